// Moments as the desk's pages tell them, in the time of Sweden, wherever the browser is.

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm', year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', hourCycle: 'h23',
})

const read = moment => Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, value]))

const dayOf = ({ year, month, day }) => `${day} ${month} ${year}`

/**
 * "i dag 14.05", "i går 9.12", "3 november 2026 kl. 14.05"
 * @param {number} moment In milliseconds since 1970.
 */
export function near(moment, now = Date.now()) {
  const told = read(moment)
  const time = `${Number(told.hour)}.${told.minute}`
  const yesterday = now - (Number(read(now).hour) + 6) * 60 * 60 * 1000 // Also where a day has 23 or 25 hours.
  return dayOf(told) === dayOf(read(now)) ? `i dag ${time}`
    : dayOf(told) === dayOf(read(yesterday)) ? `i går ${time}`
      : `${dayOf(told)} kl. ${time}`
}
