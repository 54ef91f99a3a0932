// Shows the pictures that are there already, so that an editor can take one of them once more.
import { request } from './session.mjs'

const listed = { headers: { Accept: 'application/json' } }

const nothing = 'Här finns inga bilder än.'

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
  let next = ''
  const load = async () => {
    more.disabled = true
    said.textContent = 'Hämtar bilderna …'
    try {
      const answer = await request(next === '' ? address : `${address}?fran=${encodeURIComponent(next)}`, listed)
      if (!answer.ok) throw new Error(`${answer.status}`)
      const { pictures, continuation } = await answer.json()
      list.append(...pictures.map(picture => entry(picture, chosen => {
        box.open = false
        take(chosen)
      })))
      next = continuation ?? ''
      said.textContent = list.childElementCount === 0 ? nothing : ''
      more.hidden = next === ''
    } catch {
      said.textContent = 'Bilderna kunde inte hämtas.'
      more.hidden = false // Another try.
    }
    more.disabled = false
  }
  more.addEventListener('click', load)
  box.append(Object.assign(document.createElement('summary'), { textContent: 'Välj bland bilderna som redan finns' }), list, said, more)
  box.addEventListener('toggle', () => {
    if (box.open && list.childElementCount === 0) load()
  })
  return box
}
