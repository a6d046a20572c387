import { noticeOf } from '../domain/notices.ts'
import { conductOf, isReminder } from '../domain/reminders/conduct.ts'
import { usual } from '../domain/reminders/usual.ts'
import type { Defaults } from '../services/conversation.ts'
import type { ClaimedDelivery } from '../services/deliveries.ts'
import type { WordDone } from '../services/deliveryEndings.ts'
import { noteNews } from '../services/notices/writing.ts'
import { dropHeld, heldFor, releaseHeld } from '../services/reminders/heldNote.ts'
import { takeCourse } from '../services/reminders/question.ts'
import { passesQuietHours } from '../services/reminders/quietGate.ts'
import { actorAgain } from '../services/conversation.ts'
import type { Unit } from '../services/unit.ts'
import { plainText, textsIn } from '../texts/texts.ts'
import { doneReminder } from '../views/reminders/done.ts'
import { fitsInNote, heldNote } from '../views/reminders/heldNote.ts'
import { editOf } from './context.ts'
import type { Registry, Rendered } from './registry.ts'

export interface Wording {
  registry: Registry
  defaults: Defaults
  now: Date
}

/** A nudge that would be one too many gives way to the question why, or to nothing. */
async function inPatience(
  unit: Unit,
  delivery: ClaimedDelivery,
  view: Rendered,
  { registry, defaults, now }: Wording,
): Promise<Rendered | undefined> {
  const { kind } = delivery
  if (!isReminder(kind) || usual[kind].conduct !== 'nudge') return view
  const taking = await takeCourse(unit, { ...delivery, kind }, now, defaults.timeZone)
  if (taking.course === 'remind') return view
  if (taking.course === 'leave') return undefined
  const asking = { ...delivery, kind: 'whyNot', payload: { kinds: taking.kinds } }
  return registry.renderPush(unit, asking, defaults, now)
}

/** What tells something stands in the list of what its recipient has not seen, too. */
async function keepNews(unit: Unit, delivery: ClaimedDelivery, view: Rendered, now: Date): Promise<void> {
  if (conductOf(delivery.kind) !== 'content') return
  const words = view.kept ?? (view.html === '' ? view.wordless : view.html)
  await noteNews(unit, delivery, { ...noticeOf(plainText(words)), about: view.about ?? null }, now)
}

/** Several pieces in one message; what has a picture, or fits no more, goes by itself afterwards. */
async function wordNote(
  unit: Unit,
  note: ClaimedDelivery,
  { registry, defaults, now }: Wording,
): Promise<Rendered | undefined> {
  const words: { delivery: ClaimedDelivery; view: Rendered }[] = []
  for (const held of await heldFor(unit, note, now)) {
    const view = await registry.renderPush(unit, held, defaults, now)
    if (!view) await dropHeld(unit, held.id, now)
    else if (view.picture) await releaseHeld(unit, held.id, now)
    else words.push({ delivery: held, view })
  }
  const actor = await actorAgain(unit.sql, { id: note.telegramId, firstName: '' }, defaults)
  const t = textsIn(actor.language)
  const fitting = Math.max(
    1,
    fitsInNote(
      t,
      words.map(({ view }) => view),
    ),
  )
  for (const { delivery } of words.slice(fitting)) await releaseHeld(unit, delivery.id, now)
  const told = words.slice(0, fitting).map(({ view }) => view)
  for (const { delivery, view } of words.slice(0, fitting)) await keepNews(unit, delivery, view, now)
  const [first] = told
  return first && { ...first, ...heldNote(t, told) }
}

/** Words the edit of a reminder that became done while it was being sent. */
export const doneWording =
  (defaults: Defaults): WordDone =>
  async ({ sql }, telegramId, done) => {
    const { language } = await actorAgain(sql, { id: telegramId, firstName: '' }, defaults)
    const t = textsIn(language)
    return editOf(t, `done.${done.messageId}`, done.messageId, doneReminder(t, done))
  }

/**
 * The words of a delivery that is about to be sent, or undefined: there is nothing to say any more, its hour is a quiet
 * one, or its recipient has had enough of its kind. What became of it then is noted in the same unit.
 */
export async function wordDelivery(
  unit: Unit,
  delivery: ClaimedDelivery,
  wording: Wording,
): Promise<Rendered | undefined> {
  const { registry, defaults, now } = wording
  if (!(await passesQuietHours(unit, delivery, now, defaults.timeZone))) return undefined
  if (delivery.kind === 'heldNote') return wordNote(unit, delivery, wording)
  const view = await registry.renderPush(unit, delivery, defaults, now)
  if (view) await keepNews(unit, delivery, view, now)
  return view && inPatience(unit, delivery, view, wording)
}
