// Makes of a picture from a telephone one that the site takes: HEIC becomes JPEG, and a very large one smaller.

const mostSide = 4096 // Pixels: no page shows a picture wider, and a file of this size is sent in seconds.
const quality = 0.9

const isForeign = file => /^image\/(hei[cf]|avif)/.test(file.type) || /\.(hei[cf]|avif)$/i.test(file.name)

const toFile = (canvas, file, type) => new Promise((resolve, reject) => canvas.toBlob(
  blob => blob
    ? resolve(new File([blob], file.name.replace(/\.[^.]*$/, '') + (type === 'image/png' ? '.png' : '.jpg'), { type }))
    : reject(new Error('Webbläsaren har för lite minne för att göra bilden mindre.')),
  type, quality))

/** The file to send: the same one wherever it can be sent as it is. */
export async function prepared(file) {
  const mustChange = isForeign(file)
  if (!mustChange && !/^image\/(jpeg|png|webp)$/.test(file.type)) return file
  let bitmap
  try {
    bitmap = await createImageBitmap(file)
  } catch {
    if (!mustChange) return file // The desk says what is wrong with it.
    throw new Error('Webbläsaren kan inte läsa bilder av den här sorten (HEIC). Spara bilden som JPEG i telefonen, '
      + 'eller välj ”Mest kompatibelt” under Kamera och Format i telefonens inställningar.')
  }

  const scale = Math.min(1, mostSide / Math.max(bitmap.width, bitmap.height))
  if (scale === 1 && !mustChange) {
    bitmap.close()
    return file
  }

  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return toFile(canvas, file, file.type === 'image/png' ? 'image/png' : 'image/jpeg')
}
