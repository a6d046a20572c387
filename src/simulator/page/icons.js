import { html } from './html.js'

const paths = {
  send: 'M3.4 20.4 21 12 3.4 3.6 3.4 10.1 15 12 3.4 13.9Z',
  clip: 'M16.5 6.5v10a4.5 4.5 0 0 1-9 0V6a3 3 0 0 1 6 0v9.5a1.5 1.5 0 0 1-3 0V7',
  menu: 'M4 7h16M4 12h16M4 17h10',
  mic: 'M12 14.5a3 3 0 0 0 3-3v-5a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3ZM6 11.5a6 6 0 0 0 12 0M12 17.5V21',
  stop: 'M7 7h10v10H7Z',
  close: 'M6 6l12 12M18 6 6 18',
  reply: 'M10 6 4 12l6 6v-4c5 0 8 1 10 4 0-5-3-9-10-9Z',
  edit: 'M4 20h4L19 9l-4-4L4 16ZM13 7l4 4',
  down: 'M6 10l6 6 6-6',
  dots: 'M12 6h.01M12 12h.01M12 18h.01',
  plus: 'M12 5v14M5 12h14',
  pin: 'M9 4h6l-1 6 3 3v2H7v-2l3-3ZM12 15v5',
  file: 'M7 3h7l4 4v14H7ZM14 3v4h4',
  out: 'M8 16 16 8M9 8h7v7',
  copy: 'M9 9h10v10H9ZM5 15V5h10',
  keys: 'M4 6h16v12H4ZM8 10h.01M12 10h.01M16 10h.01M8 14h8',
}
const filled = new Set(['send', 'stop'])

/** A small drawing in the colour of its words; says nothing by itself. */
export function Icon({ name, size = 22 }) {
  return html`<svg
    class=${filled.has(name) ? 'icon filled' : 'icon'}
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    aria-hidden="true"
  >
    <path d=${paths[name]} />
  </svg>`
}
