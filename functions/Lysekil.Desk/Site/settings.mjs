// The page of the site's settings: keeps in the browser what is typed. Without this module the form still saves.
import { keepDraft } from './draft.mjs'

if (document.getElementById('unsaved')) keepDraft(document.getElementById('editor'))
