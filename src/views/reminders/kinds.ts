import type { ReminderKind } from '../../domain/enums.ts'
import type { Texts } from '../../texts/texts.ts'

/** Kinds of reminders as the subject of a line: “Workout, meals, and weigh-in”. Plain words. */
export function kindNames(t: Texts, kinds: readonly ReminderKind[]): string {
  const names = kinds.map((kind) => t(`reminders:kind_${kind}`))
  const [first = '', ...others] = names
  return new Intl.ListFormat(t.language).format([
    first,
    ...others.map((name) => name.toLocaleLowerCase(t.language)),
  ])
}
