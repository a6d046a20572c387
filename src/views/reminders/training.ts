import { type PlannedDay, missedYesterday } from '../../domain/workout/due.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Button, View } from '../view.ts'
import { type TodayData, dayBlock, startButton } from '../workout/today.ts'
import type { Reader } from '../workout/words.ts'

const answer = (label: string, delivery: number, said: string): Button => ({
  label,
  action: { name: 'answerReminder', delivery, answer: said },
})

const startRows = (reader: Reader, data: TodayData, days: readonly PlannedDay[]): Button[][] =>
  days.map((day) => [startButton(reader, data, day, 'success')])

/** Today's workout at the hour for it. */
export function workoutReminder(reader: Reader, data: TodayData, delivery: number): View {
  const { t } = reader
  return {
    html: [t('reminders:workout'), ...data.due.map((day) => dayBlock(reader, data, day))].join('\n\n'),
    buttons: [
      ...startRows(reader, data, data.due),
      [answer(t('reminders:anotherTime'), delivery, 'when'), answer(t('reminders:notToday'), delivery, 'no')],
    ],
  }
}

/** When then? */
export function workoutWhen(t: Texts, delivery: number): View {
  return {
    html: t('reminders:workoutWhen'),
    buttons: [
      [
        answer(t('reminders:laterToday'), delivery, 'later'),
        answer(t('reminders:tomorrow'), delivery, 'tomorrow'),
      ],
      [answer(t('reminders:notToday'), delivery, 'no')],
    ],
  }
}

/** Yesterday's workout, offered for today. */
export function missedReminder(reader: Reader, data: TodayData, delivery: number): View {
  const { t } = reader
  const days = missedYesterday(data, data.date).map(({ day }) => day)
  return {
    html: [t('reminders:missed'), ...days.map((day) => dayBlock(reader, data, day))].join('\n\n'),
    buttons: [...startRows(reader, data, days), [answer(t('reminders:skipMissed'), delivery, 'skip')]],
  }
}

/** What was said of a reminder stands where it stood. */
export const saidOf = (html: string): View => ({ html, buttons: [] })
