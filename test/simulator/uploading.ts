import { type Answer, simulated, token } from './setup.ts'

export const megabyte = 1024 * 1024

export interface Sent {
  message_id: number
  photo?: { file_id: string; width: number; height: number }[]
  document?: { file_id: string }
  voice?: { file_id: string }
}

/** Anna, and a bot that uploads and downloads with nothing but fetch. */
export async function uploading(options = {}) {
  const simulator = await simulated(options)
  const anna = simulator.person({ firstName: 'Anna' })
  anna.start()
  const post = async (method: string, parts: Record<string, string | Blob>): Promise<Answer> => {
    const form = new FormData()
    form.set('chat_id', String(anna.id))
    for (const [name, value] of Object.entries(parts)) form.set(name, value)
    const response = await fetch(`${simulator.apiRoot}/bot${token}/${method}`, { method: 'POST', body: form })
    return (await response.json()) as Answer
  }
  const up = async (method: string, parts: Record<string, string | Blob>) => {
    const { ok, description, result } = await post(method, parts)
    if (!ok) throw new Error(description)
    return result as Sent
  }
  const down = (path: string) => fetch(`${simulator.apiRoot}/file/bot${token}/${path}`)
  return { simulator, anna, chat_id: anna.id, post, up, down }
}

export const blob = (bytes: Uint8Array | number) =>
  new Blob([typeof bytes === 'number' ? new Uint8Array(bytes) : new Uint8Array(bytes)])
