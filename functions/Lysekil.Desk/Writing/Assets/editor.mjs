// The editor's page: keeps what is typed, shows it as it will look, and marks lines with remarks. Without this module the
// form still saves, and the frame shows what was saved.
import { keepDraft } from './draft.mjs'
import { numberLines } from './lines.mjs'
import { showLive } from './rendering.mjs'
import { shareLink } from './sharing.mjs'
import { takePictures } from './uploading.mjs'

const form = document.getElementById('editor')
const text = document.getElementById('text')

keepDraft(form)
const lines = numberLines(text)
const show = document.getElementById('preview') ? showLive(form, found => lines.mark(found)) : () => {}
const pictures = document.getElementById('pictures')
if (pictures) takePictures(form, text, pictures, show)
const link = document.getElementById('link')
if (link) shareLink(link)
