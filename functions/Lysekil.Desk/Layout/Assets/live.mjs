// Keeps what is shown up to date: asks for the fragment again that an element names, and replaces it where it differs.
import { request, whileSeen } from './session.mjs'

const slowest = 20 // Seconds between two questions while nothing happens.

const focusedIn = part => part.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null

for (const part of document.querySelectorAll('[data-live]')) {
  const quickest = Number(part.dataset.liveSeconds) || 3
  let wait = quickest
  let shown
  whileSeen(async () => {
    const answer = await request(part.dataset.live)
    if (!answer.ok) return slowest
    const html = await answer.text()
    if (html !== shown) {
      const focused = focusedIn(part)
      part.innerHTML = html // From this origin, escaped by the desk; the policy runs no script in it.
      if (focused) part.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus()
      shown = html
      wait = quickest
    } else {
      wait = Math.min(wait * 1.5, slowest)
    }
    return wait
  }, quickest)
}

// A page on which an editor writes has nothing live, but learns at once that its session has ended.
if (document.querySelector('form[method=post]')) whileSeen(() => request('/desk/session').then(() => 60), 60)
