// Sends one file, and tells how far it has come, which fetch cannot.

const saying = status => status === 401
  ? 'Inloggningen har gått ut. Logga in i en ny flik, och försök igen.'
  : status === 413 ? 'Filen är för stor.'
    : 'Det gick inte att nå redaktionen. Försök igen om en stund.'

/**
 * @param {string} url Where files are taken.
 * @param {HTMLFormElement} form A form of the desk, for its token.
 * @param {File} file The file.
 * @param {(share: number) => void} tell Is given the share that has been sent, from 0 to 1.
 * @returns {Promise<{name: string, url: string, isRefused: boolean, remarks: string[]}>}
 */
export function send(url, form, file, tell) {
  const token = [...form.elements].find(e => e.name.startsWith('__'))
  const data = new FormData()
  data.append(token.name, token.value)
  data.append('filer', file, file.name)
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    call.open('POST', url)
    call.setRequestHeader('Accept', 'application/json')
    call.responseType = 'json'
    call.upload.addEventListener('progress', event => {
      if (event.lengthComputable) tell(event.loaded / event.total)
    })
    call.addEventListener('load', () => call.status === 200 && call.response?.[0]
      ? resolve(call.response[0])
      : reject(new Error(saying(call.status))))
    call.addEventListener('error', () => reject(new Error(saying(0))))
    call.send(data)
  })
}
