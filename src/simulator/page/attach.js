import { useEffect, useMemo } from 'preact/hooks'
import { html } from './html.js'
import { Icon } from './icons.js'
import { sizeOf } from './words.js'

const kinds = [
  ['photo', 'Photo or album', '🖼️', 'image/*'],
  ['document', 'File', '📄', ''],
  ['voice', 'Voice message', '🎙️', 'audio/*'],
  ['video', 'Video', '🎬', 'video/*'],
  ['video_note', 'Video message (round)', '⭕', 'video/*'],
]

export const telAviv = { latitude: 32.0853, longitude: 34.7818 }

/** What can be attached. */
export function AttachSheet({ choose, share }) {
  return html`<div class="sheet" role="group" aria-label="Attach">
    ${kinds.map(
      ([kind, label, sign, accept]) =>
        html`<label key=${kind}>
          <span class="sign">${sign}</span>${label}
          <input
            type="file"
            data-kind=${kind}
            accept=${accept}
            multiple=${kind === 'photo' || kind === 'document'}
            onChange=${({ target }) => {
              choose(kind, [...target.files])
              target.value = ''
            }}
          />
        </label>`,
    )}
    <button type="button" onClick=${() => share('contact')}><span class="sign">👤</span>My contact</button>
    <button type="button" onClick=${() => share('location', telAviv)}>
      <span class="sign">📍</span>Location (Tel Aviv)
    </button>
  </div>`
}

/** Files that wait for a caption, and to be sent. */
export function Pending({ pending, drop }) {
  const urls = useMemo(() => pending.files.map((file) => URL.createObjectURL(file)), [pending])
  useEffect(() => () => urls.forEach((url) => URL.revokeObjectURL(url)), [urls])
  return html`<div class="pending">
    <div class="previews">
      ${pending.files.map((file, index) =>
        pending.kind === 'photo'
          ? html`<img key=${index} src=${urls[index]} alt=${file.name} />`
          : html`<span key=${index} class="preview-file" dir="auto"
              >${file.name} <small>${sizeOf(file.size)}</small></span
            >`,
      )}
    </div>
    <button type="button" class="icon-button" aria-label="Do not send" onClick=${drop}>
      <${Icon} name="close" />
    </button>
  </div>`
}
