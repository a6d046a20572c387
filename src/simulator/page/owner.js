import { useRef } from 'preact/hooks'
import { post } from './api.js'
import { html } from './html.js'
import { Icon } from './icons.js'
import { fullName } from './words.js'

const hues = [212, 158, 268, 22, 340, 190, 96]

/** Initials on a colour of the person's own. */
export function Avatar({ person }) {
  const initials = [person.firstName, person.lastName].map((name) => [...(name ?? '')][0] ?? '').join('')
  return html`<span class="avatar" aria-hidden="true" style=${{ '--hue': hues[person.id % hues.length] }}
    >${initials}</span
  >`
}

const languageName = (code) => new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(code)

function Menu({ person, act }) {
  const box = useRef(null)
  const pick = (work) => () => {
    box.current.open = false
    void work()
  }
  const leave = ({ relatedTarget }) => {
    if (!box.current.contains(relatedTarget)) box.current.open = false
  }
  const block = () =>
    post(`/${person.id}/${person.blocked ? 'unblock' : 'block'}`).catch((error) => act.tell(error.message))
  return html`<details
    ref=${box}
    class="menu-box"
    onFocusOut=${leave}
    onKeyDown=${({ key }) => key === 'Escape' && (box.current.open = false)}
  >
    <summary aria-label=${`More about ${person.firstName}`} title="More"><${Icon} name="dots" /></summary>
    <div class="menu-list">
      <button type="button" onClick=${pick(() => act.copy(String(person.id)))}>
        Copy Telegram id ${person.id}
      </button>
      <button type="button" onClick=${pick(block)}>
        ${person.blocked ? 'Unblock the bot' : 'Block the bot'}
      </button>
    </div>
  </details>`
}

/** Whose phone it is. */
export function Owner({ person, act }) {
  const facts = [
    person.username && `@${person.username}`,
    languageName(person.language),
    person.blocked && 'has blocked the bot',
  ]
  return html`<div class="owner">
    <${Avatar} person=${person} />
    <span class="who"
      ><b dir="auto">${fullName(person)}</b><small>${facts.filter(Boolean).join(' · ')}</small></span
    >
    <${Menu} person=${person} act=${act} />
  </div>`
}
