// The library's form: sends each file with progress, and shows the library anew when all are there.
import { prepared } from './scaling.mjs'
import { send } from './sending.mjs'

const form = document.getElementById('upload')
const progress = document.getElementById('progress')

form?.addEventListener('submit', async event => {
  event.preventDefault()
  const button = form.querySelector('button')
  button.disabled = true
  let refused = 0
  progress.replaceChildren()
  for (const file of form.elements.filer.files) {
    const row = document.createElement('p')
    const bar = Object.assign(document.createElement('progress'), { max: 1, value: 0 })
    bar.setAttribute('aria-label', file.name)
    row.append(`${file.name} `, bar)
    progress.append(row)
    try {
      const sent = await send(form.action, form, await prepared(file), share => { bar.value = share })
      if (sent.isRefused) throw new Error(sent.remarks.join(' '))
      row.textContent = `${file.name} är sparad.`
    } catch (fault) {
      refused++
      row.className = 'refusal'
      row.textContent = `${file.name} sparades inte. ${fault.message}`
    }
  }
  button.disabled = false
  form.reset()
  if (refused === 0) location.assign(form.action)
})
