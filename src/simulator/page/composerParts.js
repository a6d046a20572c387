import { useEffect, useState } from 'preact/hooks'
import { html } from './html.js'
import { Icon } from './icons.js'
import { duration, gist } from './words.js'

export function IconButton({ name, label, ...more }) {
  const classes = name === 'send' ? 'icon-button send' : 'icon-button'
  return html`<button type="button" class=${classes} title=${label} aria-label=${label} ...${more}>
    <${Icon} name=${name} />
  </button>`
}

/** The bot's commands, to send one by a press. */
export function Commands({ commands, choose }) {
  return html`<div class="sheet" role="group" aria-label="Commands">
    ${commands.map(
      ({ command, description }) =>
        html`<button type="button" key=${command} onClick=${() => choose(`/${command}`)}>
          <b dir="ltr">/${command}</b><span dir="auto">${description}</span>
        </button>`,
    )}
    ${commands.length === 0 && html`<p>No commands yet.</p>`}
  </div>`
}

/** What is replied to or edited. */
export function About({ about, drop }) {
  const edits = about.kind === 'edit'
  return html`<div class="about">
    <${Icon} name=${about.kind} size="20" />
    <span><b>${edits ? 'Edit message' : 'Reply'}</b><span dir="auto">${gist(about.message)}</span></span>
    ${!about.forced && html`<${IconButton} name="close" label=${edits ? 'Stop editing' : 'Do not reply'} onClick=${drop} />`}
  </div>`
}

export function Recording({ recording, send, drop }) {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 500)
    return () => clearInterval(timer)
  }, [])
  return html`<div class="composer recording">
    <span class="blink" role="timer">${duration((Date.now() - recording.since) / 1000)}</span>
    <span class="grow">Recording…</span>
    <button type="button" class="quiet" onClick=${drop}>Cancel</button>
    <${IconButton} name="send" label="Send voice message" onClick=${send} />
  </div>`
}

/** The reply keyboard a bot has put up. */
export function Keys({ rows, press }) {
  return html`<div class="keys" role="group" aria-label="Keyboard">
    ${rows.map(
      (row, index) =>
        html`<div class="row" key=${index}>
          ${row.map((key) => html`<button type="button" key=${key.text} class="key" dir="auto" onClick=${() => press(key)}>${key.text}</button>`)}
        </div>`,
    )}
  </div>`
}
