/** The page's copy of the simulator's state: read whole, then kept up by events. */
export function makeStore(changed) {
  const store = { bot: null, people: new Map(), toasts: new Map(), actions: new Map(), online: false }
  const touch = () => changed()

  async function readAll() {
    const state = await (await fetch('/api/state')).json()
    store.bot = state.bot
    store.people = new Map(
      state.people.map((person) => [
        person.id,
        { ...person, messages: new Map(person.messages.map((m) => [m.id, m])) },
      ]),
    )
    store.online = true
    touch()
  }

  function onPerson(person) {
    const known = store.people.get(person.id)
    store.people.set(person.id, { ...person, messages: known?.messages ?? new Map() })
  }

  function onMessage({ personId, message }) {
    store.people.get(personId)?.messages.set(message.id, message)
    if (message.from === 'bot') store.actions.delete(personId)
  }

  function onToast({ personId, ...toast }) {
    store.waiting?.delete(toast.queryId)
    if (!toast.text) return
    store.toasts.set(personId, toast)
    if (!toast.alert)
      setTimeout(() => store.toasts.get(personId) === toast && (store.toasts.delete(personId), touch()), 3500)
  }

  function onAction({ personId, action }) {
    const mark = { action }
    store.actions.set(personId, mark)
    setTimeout(() => store.actions.get(personId) === mark && (store.actions.delete(personId), touch()), 5000)
  }

  const handlers = {
    people: onPerson,
    message: onMessage,
    deleted: ({ personId, messageId }) => store.people.get(personId)?.messages.delete(messageId),
    toast: onToast,
    action: onAction,
    bot: (bot) => (store.bot = bot),
    clock: () => undefined,
  }

  const events = new EventSource('/api/events')
  events.addEventListener('open', () => void readAll())
  events.addEventListener('error', () => ((store.online = false), touch()))
  for (const [name, handle] of Object.entries(handlers)) {
    events.addEventListener(name, (event) => (handle(JSON.parse(event.data)), touch()))
  }
  store.dismiss = (personId) => (store.toasts.delete(personId), touch())
  return store
}

async function answerOf(response) {
  const body = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error(body.error ?? `The simulator answered ${response.status}`)
  return body
}

export async function post(path, body = {}) {
  return answerOf(
    await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
}

export async function sendFiles(personId, { files, kind, caption, replyTo }) {
  const form = new FormData()
  for (const file of files) form.append('files', file, file.name ?? 'voice.ogg')
  form.append('kind', kind)
  if (caption) form.append('caption', caption)
  if (replyTo) form.append('replyTo', String(replyTo))
  return answerOf(await fetch(`/api/people/${personId}/files`, { method: 'POST', body: form }))
}
