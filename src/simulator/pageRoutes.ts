import type { IncomingMessage, ServerResponse } from 'node:http'
import type { World } from './world.ts'

/** The chat page and its API. */
export function pageHandler(
  _world: World,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return (_request, response) => {
    response.writeHead(404).end()
    return Promise.resolve()
  }
}
