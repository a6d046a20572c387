import { useLayoutEffect, useRef } from 'preact/hooks'
import { html } from './html.js'

/** Words that pass by at the foot of the chat. */
export function Toast({ text }) {
  return html`<div class="toast" dir="auto">${text}</div>`
}

/** Words that stay until they were read. */
export function Alert({ title, text, close }) {
  const button = useRef(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    button.current?.focus()
    return () => before?.isConnected && before.focus()
  }, [])
  return html`<div class="veil">
    <div
      class="alert"
      role="alertdialog"
      aria-modal="true"
      aria-label=${title}
      onKeyDown=${({ key }) => key === 'Escape' && close()}
    >
      <b>${title}</b>
      <p dir="auto">${text}</p>
      <button type="button" ref=${button} onClick=${close}>OK</button>
    </div>
  </div>`
}
