/** Milliseconds. */
const soon = 2 * 60_000

/** Whether a verdict was given so short a while ago that words may still be meant for it. */
export const wasJustJudged = (judgedAt: Date | null, now: Date): boolean =>
  judgedAt !== null && now.getTime() - judgedAt.getTime() <= soon
