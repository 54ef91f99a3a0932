// The field with the link to a preview: its whole address, ready to be copied.

/** @param {HTMLInputElement} field Has the address without the desk's own, which only the browser knows. */
export function shareLink(field) {
  field.value = new URL(field.value, location.href).href
  field.addEventListener('focus', () => field.select())
  if (!navigator.clipboard) return
  const said = document.createElement('span')
  said.setAttribute('role', 'status')
  const copy = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: 'Kopiera länken',
    onclick: async () => {
      try {
        await navigator.clipboard.writeText(field.value)
        said.textContent = 'Länken är kopierad.'
      } catch {
        field.select() // The browser does not let the page copy: the editor does.
        said.textContent = 'Webbläsaren tillät det inte. Länken är markerad: kopiera den själv.'
      }
    },
  })
  const actions = Object.assign(document.createElement('p'), { className: 'actions share' })
  actions.append(copy, said)
  field.after(actions)
}
