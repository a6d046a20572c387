/** What a call is refused with, in Telegram's own words. */
export class ApiError extends Error {
  readonly code: number
  /** The bot broke a written rule, which a test may want to know about. */
  readonly broken: boolean
  readonly retryAfter: number | undefined

  constructor(code: number, description: string, more: { broken?: boolean; retryAfter?: number } = {}) {
    super(description)
    this.code = code
    this.broken = more.broken ?? false
    this.retryAfter = more.retryAfter
  }
}

/** 400 for something any bot may run into. */
export function badRequest(words: string): ApiError {
  return new ApiError(400, `Bad Request: ${words}`)
}

/** 400 for a limit or a rule the bot should have kept. */
export function brokenRule(words: string): ApiError {
  return new ApiError(400, `Bad Request: ${words}`, { broken: true })
}

export function forbidden(words: string): ApiError {
  return new ApiError(403, `Forbidden: ${words}`)
}

export function tooMany(seconds: number): ApiError {
  return new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retryAfter: seconds })
}
