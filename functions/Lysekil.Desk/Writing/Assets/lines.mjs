// Numbers beside a text field, with those lines marked that a remark is about.

/** Shows the numbers of a field's lines, from the number that the field names. */
export function numberLines(text) {
  const first = Number(text.dataset.lines)
  const numbers = document.createElement('div')
  numbers.className = 'numbers'
  numbers.setAttribute('aria-hidden', 'true')
  const measure = document.createElement('div')
  measure.className = 'measure'
  measure.setAttribute('aria-hidden', 'true')
  text.before(numbers, measure)
  let marked = new Map()

  /** A long line takes several rows on the screen: its height is measured in an element as wide as the field. */
  const draw = () => {
    const lines = text.value.split('\n')
    measure.style.width = `${text.clientWidth}px`
    measure.replaceChildren(...lines.map(line => Object.assign(document.createElement('div'), { textContent: line || ' ' })))
    const heights = [...measure.children].map(line => line.getBoundingClientRect().height)
    numbers.replaceChildren(...heights.map((height, i) => {
      const number = document.createElement('span')
      number.textContent = first + i
      number.style.height = `${height}px`
      const remark = marked.get(first + i)
      if (remark) {
        number.className = remark.isRefusal ? 'refusal' : 'warning'
        number.title = remark.message
      }
      return number
    }))
    measure.replaceChildren()
    scroll()
  }
  const scroll = () => { numbers.scrollTop = text.scrollTop }
  let planned = 0
  const plan = () => {
    cancelAnimationFrame(planned)
    planned = requestAnimationFrame(draw)
  }

  text.addEventListener('input', plan)
  text.addEventListener('scroll', scroll)
  new ResizeObserver(plan).observe(text)
  draw()

  return {
    mark(remarks) {
      marked = new Map(remarks.filter(r => r.line).map(r => [r.line, r]))
      plan()
    },
  }
}

/** Moves the cursor to a line of a field, and shows it. */
export function goToLine(text, line) {
  const lines = text.value.split('\n')
  const at = Math.min(Math.max(line - Number(text.dataset.lines), 0), lines.length - 1)
  const start = lines.slice(0, at).reduce((length, l) => length + l.length + 1, 0)
  text.focus()
  text.setSelectionRange(start, start + lines[at].length)
  text.scrollTop = text.scrollHeight * at / lines.length - text.clientHeight / 3
}
