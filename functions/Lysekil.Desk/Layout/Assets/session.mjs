// Asks the desk something, and says kindly when the session has ended or nothing answers. Words stay where they are.

const place = document.getElementById('session')
const again = document.body.dataset.signIn

const say = (...parts) => {
  if (!place) return
  place.replaceChildren(...parts)
  place.hidden = parts.length === 0
}

const signInAgain = () => {
  const link = document.createElement('a')
  Object.assign(link, { href: again, target: '_blank', rel: 'noopener', textContent: 'Logga in igen i en ny flik' })
  return link
}

/** As fetch. What was said earlier disappears with the first answer. */
export async function request(url, options = {}) {
  let answer
  try {
    answer = await fetch(url, { credentials: 'same-origin', cache: 'no-store', ...options })
  } catch (fault) {
    if (fault.name !== 'AbortError') say('Ingen kontakt med redaktionen just nu. Det du har skrivit finns kvar här, och sidan försöker igen.')
    throw fault
  }

  if (answer.status === 401) say('Inloggningen har gått ut. Det du har skrivit finns kvar här. ', signInAgain(), ' och fortsätt sedan i den här fliken.')
  else if (answer.status === 503) say('Lagringen svarar inte just nu. Det du har skrivit finns kvar här, och sidan försöker igen.')
  else say()
  return answer
}

/** Calls back again and again while the page is seen; the callback gives the seconds until the next call. */
export function whileSeen(callback, seconds) {
  let timer
  const plan = wait => {
    clearTimeout(timer)
    if (!document.hidden) timer = setTimeout(run, wait * 1000)
  }
  const run = async () => {
    let wait = seconds
    try {
      wait = await callback() ?? seconds
    } catch {
      wait = seconds * 2 // Nothing answered, and request has said so.
    }
    plan(wait)
  }
  document.addEventListener('visibilitychange', () => plan(0))
  plan(seconds)
}
