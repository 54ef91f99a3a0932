// Shows the pictures that are there already, so that an editor can take one of them once more.
import { request } from './session.mjs'

const listed = { headers: { Accept: 'application/json' } }

const nothing = 'Här finns inga bilder än.'
const notFound = 'Inga bilder med de orden i namnet.'
const notYet = 'Inga träffar än bland de filer som gåtts igenom.'

/** A button with a picture and its name. */
const entry = (picture, take) => {
  const item = document.createElement('li')
  const button = Object.assign(document.createElement('button'), { type: 'button', onclick: () => take(picture) })
  if (picture.thumbnail) button.append(Object.assign(document.createElement('img'), { src: picture.thumbnail, alt: '', loading: 'lazy' }))
  button.append(Object.assign(document.createElement('span'), { textContent: picture.name }))
  item.append(button)
  return item
}

/**
 * The library, which is asked for once it is opened.
 * @param {string} address The library's.
 * @param {(picture: {name: string, url: string}) => void} take Is given the picture that the editor chooses.
 */
export function choosePictures(address, take) {
  const box = Object.assign(document.createElement('details'), { className: 'fields' })
  const list = Object.assign(document.createElement('ul'), { className: 'library choices' })
  const said = document.createElement('p')
  said.setAttribute('role', 'status')
  const more = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Fler bilder', hidden: true })
  const find = Object.assign(document.createElement('input'), { type: 'search', placeholder: 'Filnamn', maxLength: 100 })
  find.setAttribute('aria-label', 'Sök bland bilderna')
  let next = address // The address of the next page; empty at the end.
  let searches = 0
  const load = async () => {
    const search = searches
    more.disabled = true
    said.textContent = 'Hämtar bilderna …'
    try {
      const answer = await request(next, listed)
      if (!answer.ok) throw new Error(`${answer.status}`)
      const page = await answer.json()
      if (search !== searches) return // Another search began meanwhile.
      list.append(...page.pictures.map(picture => entry(picture, chosen => {
        box.open = false
        take(chosen)
      })))
      next = page.next ?? ''
      said.textContent = list.childElementCount > 0 ? '' : find.value.trim() === '' ? nothing : next === '' ? notFound : notYet
      more.hidden = next === ''
    } catch {
      if (search !== searches) return
      said.textContent = 'Bilderna kunde inte hämtas.'
      more.hidden = false // Another try.
    }
    more.disabled = false
  }
  let pause
  find.addEventListener('input', () => {
    clearTimeout(pause)
    pause = setTimeout(() => {
      searches++
      list.replaceChildren()
      const words = find.value.trim()
      next = words === '' ? address : `${address}?sok=${encodeURIComponent(words)}`
      load()
    }, 250)
  })
  find.addEventListener('keydown', event => {
    if (event.key === 'Enter') event.preventDefault() // The field lies in the form of the text.
  })
  more.addEventListener('click', load)
  box.append(Object.assign(document.createElement('summary'), { textContent: 'Välj bland bilderna som redan finns' }), find, list, said, more)
  box.addEventListener('toggle', () => {
    if (box.open && list.childElementCount === 0) load()
  })
  return box
}
