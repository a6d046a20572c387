async function ask(path, request) {
  const response = await fetch(path, { method: 'POST', ...request }).catch(() => {
    throw new Error('The simulator does not answer. Is it still running?')
  })
  const body = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error(body.error ?? `The simulator answered ${response.status}`)
  return body
}

/** Acts for a person; `path` goes on from `/api/people`. Throws the simulator's own words. */
export async function post(path, body = {}) {
  return ask(`/api/people${path}`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** Sends files of one kind; `measures` are what their player tells: duration, width, height. */
export async function sendFiles(personId, { files, kind, caption, replyTo, measures = {} }) {
  const form = new FormData()
  for (const file of files) form.append('files', file, file.name || 'file')
  const fields = { kind, caption, replyTo, ...measures }
  for (const [name, value] of Object.entries(fields)) if (value) form.append(name, String(value))
  return ask(`/api/people/${personId}/files`, { body: form })
}

/** Moves the clock forward; resolves when time is there. Throws the simulator's own words. */
export const moveClock = (personId, to) =>
  ask('/api/clock', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId, to }),
  })

/** `{ timeZone }` in which the bot tells a person the time. */
export const zoneOf = (personId) => ask(`/api/people/${personId}/zone`, { method: 'GET' })

export const fileUrl = (file) => `/api/files/${file.fileId}`
