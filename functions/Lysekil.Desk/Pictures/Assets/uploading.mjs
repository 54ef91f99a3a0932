// Takes pictures that are dropped, pasted, chosen or photographed, and puts each into the text where the cursor is.
import { choosePictures } from './choosing.mjs'
import { prepared } from './scaling.mjs'
import { send } from './sending.mjs'

/** How long the site takes to publish a picture, in milliseconds: before that, a preview lacks it. */
const untilLive = 2500

const escaped = text => text.replace(/[\\[\]"]/g, '\\$&').replace(/\s+/g, ' ').trim()

const field = (label, hint) => {
  const box = document.createElement('label')
  box.textContent = label
  const input = Object.assign(document.createElement('input'), { placeholder: hint, autocomplete: 'off' })
  input.addEventListener('input', event => event.stopPropagation()) // No part of the text.
  input.addEventListener('keydown', event => {
    if (event.key === 'Enter') event.preventDefault() // It would save the text.
  })
  box.append(input)
  return [box, input]
}

const insert = (text, written) => {
  const before = text.value.slice(0, text.selectionStart)
  const after = text.value.slice(text.selectionEnd)
  const start = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n'
  const end = after === '' || after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n'
  text.setRangeText(start + written + end, text.selectionStart, text.selectionEnd, 'end')
  text.dispatchEvent(new Event('input', { bubbles: true }))
}

/** The fields that ask for a picture's texts, and the buttons that place it. */
const placement = (form, text, url, heading) => {
  const box = document.createElement('div')
  box.className = 'placement'
  const [altBox, alt] = field('Vad visar bilden?', 'För den som inte ser den')
  const [captionBox, caption] = field('Bildtext', 'Kan vara tom')
  const [creditBox, credit] = field('Fotograf', 'Kan vara tom')
  const said = document.createElement('p')
  said.setAttribute('role', 'alert')
  const withAlt = act => () => {
    if (alt.value.trim() === '') {
      said.textContent = 'Skriv först vad bilden visar.'
      alt.focus()
      return
    }
    act()
    box.remove()
    text.focus()
  }
  const line = () => [caption.value.trim(), credit.value.trim() && `Foto: ${credit.value.trim()}`].filter(Boolean).join(' ')
  const place = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: 'Sätt in i texten',
    onclick: withAlt(() => insert(text, `![${escaped(alt.value)}](${url}${line() ? ` "${escaped(line())}"` : ''})`)),
  })
  const actions = document.createElement('p')
  actions.className = 'actions'
  actions.append(place)
  if (form.elements.bild && !form.elements.bild.disabled) {
    actions.append(Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: 'Gör till huvudbild',
      onclick: withAlt(() => {
        form.elements.bild.value = url
        form.elements.bildbeskrivning.value = alt.value.trim()
        form.elements.bildtext.value = caption.value.trim()
        form.elements.fotograf.value = credit.value.trim()
        form.elements.bild.closest('details')?.setAttribute('open', '')
        form.elements.bild.dispatchEvent(new Event('input', { bubbles: true }))
      }),
    }))
  }
  const title = document.createElement('p')
  title.textContent = heading
  box.append(title, altBox, captionBox, creditBox, said, actions)
  return [box, alt]
}

/** Lets the form take pictures. */
export function takePictures(form, text, place, show) {
  const label = document.createElement('label')
  label.className = 'button'
  label.textContent = 'Välj eller ta bilder'
  const hint = Object.assign(document.createElement('p'), {
    className: 'hint', textContent: 'Du kan också släppa en bild på texten, eller klistra in den. Den hamnar där markören står.',
  })
  const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true, accept: 'image/*', className: 'quiet' })
  label.append(input)
  const list = document.createElement('div')
  list.setAttribute('aria-live', 'polite')
  const choices = choosePictures(place.dataset.upload, ({ name, url }) => {
    const row = document.createElement('div')
    row.className = 'upload'
    const [box, alt] = placement(form, text, url, name)
    row.append(box)
    list.append(row)
    alt.focus()
  })
  place.replaceChildren(label, hint, choices, list)
  place.hidden = false

  const take = async file => {
    const row = document.createElement('div')
    row.className = 'upload'
    const said = document.createElement('p')
    const bar = Object.assign(document.createElement('progress'), { max: 1, value: 0 })
    bar.setAttribute('aria-label', file.name)
    said.textContent = `${file.name} laddas upp …`
    row.append(said, bar)
    list.append(row)
    try {
      const sent = await send(place.dataset.upload, form, await prepared(file), share => { bar.value = share })
      if (sent.isRefused) throw new Error(sent.remarks.join(' '))
      const [box, alt] = placement(form, text, sent.url, `${sent.name} är sparad.`)
      row.replaceChildren(box)
      alt.focus()
      setTimeout(show, untilLive)
    } catch (fault) {
      bar.remove()
      said.className = 'refusal'
      said.textContent = `${file.name} sparades inte. ${fault.message}`
    }
  }

  const takeAll = async files => {
    for (const file of files) await take(file) // One after the other: a telephone has little memory.
  }
  const isFiles = data => [...data?.types ?? []].includes('Files')
  input.addEventListener('input', event => event.stopPropagation())
  input.addEventListener('change', () => {
    const files = [...input.files]
    input.value = ''
    takeAll(files)
  })
  text.addEventListener('dragover', event => {
    if (isFiles(event.dataTransfer)) event.preventDefault()
  })
  text.addEventListener('drop', event => {
    if (!isFiles(event.dataTransfer)) return
    event.preventDefault()
    takeAll([...event.dataTransfer.files])
  })
  text.addEventListener('paste', event => {
    const files = [...event.clipboardData?.files ?? []].filter(f => f.type.startsWith('image/'))
    if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return
    event.preventDefault()
    takeAll(files)
  })
}
