const longestSide = 2560
const patienceMs = 3000

/** What an app sends of a photo: a JPEG of at most 2,560 pixels, turned upright, without where it was taken. */
async function asPhoto(file) {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) throw new Error(`This browser cannot read ${file.name}; attach it as a file.`)
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const brush = canvas.getContext('2d')
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, canvas.width, canvas.height)
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', 0.87)
  })
  return new File([blob], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' })
}

/** Length in seconds and size, as the browser's player tells; nothing where it cannot play the file. */
function measured(file, tag) {
  const player = document.createElement(tag)
  const url = URL.createObjectURL(file)
  return new Promise((resolve) => {
    const done = (measures) => {
      clearTimeout(timer)
      URL.revokeObjectURL(url)
      resolve(measures)
    }
    const timer = setTimeout(() => done({}), patienceMs)
    player.preload = 'metadata'
    player.addEventListener('error', () => done({}))
    player.addEventListener('loadedmetadata', () => {
      const { duration, videoWidth: width, videoHeight: height } = player
      done({ duration: Number.isFinite(duration) ? Math.max(1, duration) : undefined, width, height })
    })
    player.src = url
  })
}

/** Files of a kind made ready to send. Throws words for the person where one cannot be. */
export async function prepared(kind, files) {
  if (kind === 'photo') return { kind, files: await Promise.all(files.map(asPhoto)), measures: {} }
  if (kind === 'document') return { kind, files, measures: {} }
  const tag = kind === 'voice' || kind === 'audio' ? 'audio' : 'video'
  return { kind, files, measures: await measured(files[0], tag) }
}

/** How files that were dropped or pasted are sent: pictures as photos. */
export function kindOf(files) {
  return files.every(({ type }) => type.startsWith('image/')) ? 'photo' : 'document'
}

/** Starts to record from the microphone. Throws words for the person where there is none. */
export async function startRecording() {
  const stream = await navigator.mediaDevices?.getUserMedia({ audio: true }).catch(() => undefined)
  if (!stream) throw new Error('No microphone here. Attach a voice file instead.')
  const recorder = new MediaRecorder(stream)
  const parts = []
  const since = Date.now()
  recorder.ondataavailable = ({ data }) => parts.push(data)
  recorder.start()
  const ended = new Promise((resolve) => {
    recorder.onstop = () => {
      for (const track of stream.getTracks()) track.stop()
      resolve()
    }
  })
  return {
    since,
    async finish() {
      recorder.stop()
      await ended
      const type = recorder.mimeType.split(';')[0]
      const measures = { duration: Math.max(1, (Date.now() - since) / 1000) }
      return { kind: 'voice', files: [new File(parts, 'voice.ogg', { type })], measures }
    },
    cancel: () => recorder.stop(),
  }
}
