// Shows the text in the frame as it will look, while its editor types, and the remarks about it.
import { goToLine } from './lines.mjs'
import { request } from './session.mjs'

const pause = 150 // Milliseconds without a key.

const remarkOf = (remark, text) => {
  const item = document.createElement('li')
  item.className = remark.isRefusal ? 'refusal' : 'warning'
  const head = document.createElement('strong')
  head.textContent = remark.isRefusal ? 'Fel' : 'Obs'
  item.append(head)
  const first = Number(text.dataset.lines)
  if (remark.line && remark.line >= first) {
    const link = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'line',
      textContent: `rad ${remark.line}`,
      onclick: () => goToLine(text, remark.line),
    })
    item.append(', ', link)
  } else if (remark.line) {
    item.append(`, rad ${remark.line}`)
  }
  const remedy = document.createElement('span')
  remedy.className = 'remedy'
  remedy.textContent = remark.remedy
  item.append(`: ${remark.message} `, remedy)
  return item
}

/**
 * Asks for a preview after each pause in the typing, and drops the answer to an older question.
 * @param {HTMLFormElement} form The editor's form.
 * @param {(remarks: object[]) => void} mark Is given the remarks of each answer.
 * @returns {() => void} Asks at once.
 */
export function showLive(form, mark) {
  const frame = document.getElementById('preview')
  const list = document.getElementById('diagnostics')
  const forecast = document.getElementById('forecast')
  const writers = document.getElementById('others')
  const text = document.getElementById('text')
  let timer
  let asked

  const show = async () => {
    asked?.abort()
    asked = new AbortController()
    const fields = new FormData(form)
    fields.set('sokvag', form.dataset.file)
    let answer
    try {
      answer = await request(frame.dataset.render, {
        method: 'POST', body: new URLSearchParams([...fields].filter(([, v]) => typeof v === 'string')), signal: asked.signal,
      })
      if (!answer.ok) return
      draw(await answer.json())
    } catch {
      // A newer question was asked, or request has said that nothing answers.
    }
  }

  const draw = ({ html, forecast: said, others, diagnostics }) => {
    const top = frame.contentDocument?.defaultView.scrollY ?? 0 // No document: the frame has left for another site.
    frame.addEventListener('load', () => frame.contentDocument?.defaultView.scrollTo(0, top), { once: true })
    frame.srcdoc = html // The frame runs no script: it is sandboxed, and so says its policy.
    forecast.textContent = said
    writers.textContent = others
    writers.hidden = others === ''
    const items = diagnostics.map(remark => remarkOf(remark, text))
    const remarks = Object.assign(document.createElement('ul'), { className: 'diagnostics' })
    const none = Object.assign(document.createElement('p'), { className: 'soft', textContent: 'Inga anmärkningar.' })
    remarks.append(...items)
    list.replaceChildren(items.length ? remarks : none)
    mark(diagnostics)
  }

  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(show, pause)
  })
  show()
  return show
}
