import { useMemo } from 'preact/hooks'
import { Attachments } from './attachment.js'
import { html } from './html.js'
import { Icon } from './icons.js'
import { Keyboard } from './keyboard.js'
import { clockTime, dressed, endsOnTheLeft } from './words.js'

/** What pressing something inside the words does; the same by keyboard. */
function pressed(event, act) {
  if (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ') return undefined
  const hidden = event.target.closest('tg-spoiler:not(.shown), blockquote[expandable]:not(.shown)')
  if (hidden) return hidden.classList.add('shown')
  const command = event.target.closest('a.command')
  if (command) return act.say(command.textContent)
  const link = event.target.closest('.text a[href]')
  if (!link || event.key === ' ') return undefined
  event.preventDefault()
  return act.open(link.href)
}

/** Every line runs the way its own first letter says, and from the left where it has none outside isolates, as in the apps. */
function Words({ text, source, edited }) {
  const left = endsOnTheLeft(text)
  const room = `<span class="room${edited ? ' edited' : ''}"></span>`
  const inner = useMemo(() => dressed(source, text) + room, [source, room])
  return html`<div
    class=${left ? 'text left' : 'text'}
    dir="ltr"
    dangerouslySetInnerHTML=${{ __html: inner }}
  ></div>`
}

function Meta({ message, words, timeZone }) {
  const place = words && endsOnTheLeft(words.text) ? 'meta left' : 'meta'
  return html`<span class=${words ? place : 'meta below'}>
    ${message.silent && message.from === 'bot' && html`<span title="Sent without a sound">🔕 </span>`}${message.editedAt ? 'edited ' : ''}<time
      datetime=${new Date(message.at).toISOString()}
      >${clockTime(message.at, timeZone)}</time
    >
  </span>`
}

function Tools({ message, act }) {
  const own = message.from === 'me' && message.text && !message.contact
  return html`<span class="tools">
    <button type="button" title="Reply" aria-label="Reply" onClick=${() => act.reply(message)}>
      <${Icon} name="reply" size="17" />
    </button>
    ${own && html`<button type="button" title="Edit" aria-label="Edit" onClick=${() => act.edit(message)}><${Icon} name="edit" size="17" /></button>`}
  </span>`
}

function Bubble({ messages, act, timeZone }) {
  const [first] = messages
  const words = messages.find(({ text }) => text)
  const bare = !words && messages.every(({ photo, document }) => photo || document?.kind === 'video_note')
  return html`<div
    class=${bare ? 'bubble bare' : 'bubble'}
    onClick=${(event) => pressed(event, act)}
    onKeyDown=${(event) => pressed(event, act)}
  >
    ${
      first.replyTo &&
      html`<button
        type="button"
        class="quote"
        dir="auto"
        aria-label=${`In reply to: ${first.replyTo.text || 'a message'}`}
        onClick=${() => act.show(first.replyTo.id)}
      >
        ${first.replyTo.text || '…'}
      </button>`
    }
    <${Attachments} messages=${messages} act=${act} />
    ${first.contact && html`<div class="card"><b dir="auto">${first.contact.name}</b><span dir="ltr">${first.contact.phone}</span></div>`}
    ${first.location && html`<div class="card"><b>📍 Location</b><span dir="ltr">${first.location.latitude}, ${first.location.longitude}</span></div>`}
    ${words && html`<${Words} text=${words.text} source=${words.html} edited=${words.editedAt} />`}
    <${Meta} message=${words ?? first} words=${words} timeZone=${timeZone} />
    ${first.reaction && html`<span class="reaction">${first.reaction}</span>`}
  </div>`
}

/** One message on the screen, or an album; `tail` when it ends what somebody said in one go. */
export function Message({ messages, tail, chosen, act, waiting, author, timeZone }) {
  const [first] = messages
  return useMemo(() => {
    if (first.service)
      return html`<li class="service" data-id=${first.id}><span>${author} ${first.text}</span></li>`
    const mine = first.from === 'me'
    const classes = [
      'message',
      mine ? 'mine' : 'theirs',
      tail && 'tail',
      chosen && 'chosen',
      first.buttons.length > 0 && 'keyed',
      first.reaction && 'reacted',
    ]
    return html`<li class=${classes.filter(Boolean).join(' ')} data-id=${first.id}>
      <span class="unseen">${author}: </span>
      <div class="line">
        <${Bubble} messages=${messages} act=${act} timeZone=${timeZone} /><${Tools}
          message=${first}
          act=${act}
        />
      </div>
      <${Keyboard}
        message=${first}
        act=${act}
        waiting=${(row, column) => waiting.has(`${first.id}/${row}/${column}`)}
      />
    </li>`
  }, [...messages, messages.length, tail, chosen, act, author, timeZone, [...waiting].join()])
}
