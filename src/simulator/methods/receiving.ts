import { ApiError, badRequest } from '../wire/errors.ts'
import { textOf } from '../wire/table.ts'
import type { Method } from './method.ts'

const mostDownloaded = 20 * 1024 * 1024

export const getUpdates: Method = ({ world, values, signal }) => {
  if (world.state.webhook.get('url')) {
    throw new ApiError(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
  }
  return world.updates.poll({
    offset: Number(values['offset'] ?? 0),
    limit: Number(values['limit'] ?? 100),
    timeout: Number(values['timeout'] ?? 0),
    allowed: values['allowed_updates'] as string[] | undefined,
    signal,
  })
}

/** Kept, so that getUpdates is refused as it would be; nothing is ever sent there. */
export const setWebhook: Method = ({ world, values }) => {
  const url = textOf(values, 'url')
  if (url !== '' && !url.startsWith('https://'))
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  world.state.webhook.put('url', url)
  if (values['drop_pending_updates']) world.updates.drop()
  return true
}

export const deleteWebhook: Method = ({ world, values }) => {
  world.state.webhook.put('url', '')
  if (values['drop_pending_updates']) world.updates.drop()
  return true
}

export const getWebhookInfo: Method = ({ world }) => ({
  url: world.state.webhook.get('url') ?? '',
  has_custom_certificate: false,
  pending_update_count: world.updates.waiting.length,
})

export const getFile: Method = ({ world, values }) => {
  const file = world.files.byId(textOf(values, 'file_id'))
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable')
  if (file.wire.file_size > mostDownloaded) throw badRequest('file is too big')
  const { file_id, file_unique_id, file_size } = file.wire
  return { file_id, file_unique_id, file_size, file_path: world.files.path(file) }
}
