// Keeps what is typed in the browser until it is saved, so that a crash, an ended session or a lost connection loses no word.
import { near } from './moments.mjs'

const oldest = 30 * 24 * 60 * 60 * 1000 // Milliseconds.
const prefix = 'lysekil:utkast:'
const ours = new Set(['etag', 'grund', 'vy', 'harutkast'])

/** The fields of a form with what an editor typed; without those that the page itself filled. */
const typed = form => [...new FormData(form)].filter(([name, value]) =>
  typeof value === 'string' && !ours.has(name) && !name.startsWith('__'))

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other)

const read = key => {
  try {
    return JSON.parse(localStorage.getItem(key))
  } catch {
    return null // Storage is blocked, or holds something else.
  }
}

const write = (key, draft) => {
  try {
    localStorage.setItem(key, JSON.stringify(draft))
    return true
  } catch {
    return false // Storage is blocked or full.
  }
}

const remove = key => {
  try {
    localStorage.removeItem(key)
  } catch { /* Storage is blocked: there is nothing to remove. */ }
}

const removeOld = () => {
  try {
    for (const key of Object.keys(localStorage).filter(k => k.startsWith(prefix))) {
      if (!(read(key)?.time > Date.now() - oldest)) remove(key)
    }
  } catch { /* Storage is blocked. */ }
}

const fill = (form, fields) => {
  const values = new Map(fields)
  for (const element of form.elements) {
    if (!element.name || ours.has(element.name) || element.name.startsWith('__') || element.type === 'hidden' || element.type === 'file') continue
    if (element.type === 'checkbox') element.checked = values.has(element.name)
    else if (element.type === 'radio') element.checked = values.get(element.name) === element.value
    else if (values.has(element.name) && !element.disabled) element.value = values.get(element.name)
  }
  form.dispatchEvent(new Event('input', { bubbles: true }))
}

const offer = (form, key, draft) => {
  const place = document.getElementById('restore')
  const said = document.createElement('p')
  const isOlder = draft.etag !== (form.elements.etag?.value ?? '')
  said.textContent = `Här finns text som du skrev ${near(draft.time)} och inte sparade.`
    + (isOlder ? ' Filen har sparats sedan dess: jämför innan du sparar.' : '')
  const button = (label, act) => Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: label,
    onclick: () => {
      act()
      place.hidden = true
      form.querySelector('input:not([type=hidden]), textarea')?.focus()
    },
  })
  const actions = document.createElement('p')
  actions.className = 'actions'
  actions.append(
    button('Hämta tillbaka texten', () => fill(form, draft.fields)),
    button('Kasta den', () => remove(key)))
  place.replaceChildren(said, actions)
  place.hidden = false
}

/** Keeps the form's fields under the file's name and version, and offers those that an earlier page kept. */
export function keepDraft(form) {
  const view = form.elements.vy?.value ?? ''
  const key = `${prefix}${form.dataset.file}:${view}`
  const status = document.getElementById('unsaved')
  const next = document.getElementById('next')
  const before = typed(form)
  removeOld()
  if (form.dataset.saved) for (const saved of ['formular', 'fil']) remove(`${prefix}${form.dataset.file}:${saved}`)
  if (form.dataset.saved === 'ny') remove(`${prefix}ny:`)
  const kept = read(key)
  if (kept && !same(kept.fields, before)) offer(form, key, kept)

  let timer
  const keep = () => {
    const fields = typed(form)
    const isChanged = !same(fields, before)
    const isKept = isChanged && write(key, { etag: form.elements.etag?.value ?? '', time: Date.now(), fields })
    if (!isChanged) remove(key)
    next?.toggleAttribute('hidden', isChanged) // It is about what is saved.
    status.textContent = !isChanged ? '' : isKept
      ? 'Inte sparat än. Det du skriver finns kvar i webbläsaren.'
      : 'Inte sparat än. Webbläsaren kan inte behålla det du skriver: spara ofta.'
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(keep, 300)
  })
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    keep()
  })
  addEventListener('pagehide', () => {
    if (timer) keep()
  })
}
