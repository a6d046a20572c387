import { html } from './html.js'
import { Icon } from './icons.js'

function Key({ button, row, column, message, act, waiting }) {
  const press = () => {
    if (button.copy !== undefined) return act.copy(button.copy)
    if (button.url !== undefined) return act.open(button.url)
    return act.tap(message.id, row, column)
  }
  const mark = button.url === undefined ? (button.copy === undefined ? undefined : 'copy') : 'out'
  const classes = ['key', button.style, waiting && 'waiting'].filter(Boolean).join(' ')
  return html`<button
    type="button"
    class=${classes}
    aria-busy=${waiting}
    title=${button.label}
    onClick=${press}
  >
    <span dir="auto">${button.label}</span>
    ${mark && html`<${Icon} name=${mark} size="12" />`}
  </button>`
}

/** The buttons under a message. */
export function Keyboard({ message, act, waiting }) {
  if (message.buttons.length === 0) return null
  return html`<div class="keyboard">
    ${message.buttons.map(
      (buttons, row) =>
        html`<div class="row" key=${row}>
          ${buttons.map((button, column) => html`<${Key} key=${column} ...${{ button, row, column, message, act }} waiting=${waiting(row, column)} />`)}
        </div>`,
    )}
  </div>`
}
