import type { Language } from '../enums.ts'
import { addDays } from '../localTime.ts'
import { parsePlan } from './parsePlan.ts'
import type { DayDraft, ExerciseDraft, PlanDraft } from './types.ts'

/** The words of the language of plans that are written out; all of them are read in either language. */
const words = {
  en: {
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    plan: 'Plan:',
    weeks: (count: number) => `${count} weeks`,
    from: 'from',
    until: 'until',
    rest: 'rest',
    minutes: 'min',
  },
  he: {
    weekdays: ['יום שני', 'יום שלישי', 'יום רביעי', 'יום חמישי', 'יום שישי', 'יום שבת', 'יום ראשון'],
    plan: 'תוכנית:',
    weeks: (count: number) => `${count} שבועות`,
    from: 'מתאריך',
    until: 'עד',
    rest: 'מנוחה',
    minutes: ' דקות',
  },
} as const satisfies Record<Language, unknown>
type Words = (typeof words)[Language]

const someDay = '2026-01-01'

function bracketed(name: string): string {
  return `[${name.replaceAll('[', '(').replaceAll(']', ')')}]`
}

/** A name that would be read as anything else stands in brackets, which a name cannot hold itself. */
function exerciseName(name: string): string {
  const { plan, problems } = parsePlan(`# Day\n${name} 3x7`, { today: someDay, units: 'kg' })
  const [read, ...more] = plan?.days.flatMap(({ exercises }) => exercises) ?? []
  const plain =
    read?.name === name &&
    read.note === null &&
    read.sets === 3 &&
    read.reps === '7' &&
    read.loadText === null
  const alone = more.length === 0 && problems.length === 0 && plan?.days[0]?.name === 'Day'
  const whole = plain && alone && read.superset === null && read.weightKg === null && read.rpe === null
  return whole && read.restSeconds === null ? name : bracketed(name)
}

function rest(seconds: number, { rest: word, minutes }: Words): string {
  if (seconds >= 60 && seconds % 60 === 0) return `${word} ${seconds / 60}${minutes}`
  if (seconds < 120) return `${word} ${seconds}s`
  return `${word} ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

function exerciseLine(exercise: ExerciseDraft, say: Words): string {
  const { superset, supersetOrder, sets, reps, weightKg, typedLoad, loadText, rpe, restSeconds, note } =
    exercise
  const paired = loadText !== null && /^2[x×]/i.test(loadText)
  const load = typedLoad ?? (weightKg === null ? null : { value: weightKg, unit: 'kg' as const })
  return [
    superset !== null && `${superset}${supersetOrder ?? 1}`,
    exerciseName(exercise.name),
    `${sets}x${reps}`,
    load && !paired && `@${load.value}${load.unit}`,
    loadText,
    rpe !== null && `RPE ${rpe}`,
    restSeconds !== null && rest(restSeconds, say),
    note !== null && `// ${note.replace(/\s*\n\s*/g, '; ')}`,
  ]
    .filter((part) => typeof part === 'string')
    .join(' ')
}

/** Whether a heading is read as this very day, wherever it stands. */
function opens(heading: string, { name, dayOfWeek }: DayDraft): boolean {
  return ['', '# Day\nSquat 3x7\n\n'].every((before) => {
    const { plan, problems } = parsePlan(`${before}${heading}\nSquat 3x7`, { today: someDay, units: 'kg' })
    const read = plan?.days.at(-1)
    const whole = plan?.name === '' && plan.days.length === (before === '' ? 1 : 2) && problems.length === 0
    return whole && read?.exercises.length === 1 && read.name === name && read.dayOfWeek === dayOfWeek
  })
}

/** The day's heading, in brackets where its name would be read as something else. */
function dayLine(day: DayDraft, { weekdays }: Words): string {
  const { name, dayOfWeek } = day
  const weekday = dayOfWeek === null ? '' : weekdays[dayOfWeek]
  const ways = dayOfWeek === null ? [name, `# ${name}`] : [name, `${weekday} ${name}`, `${weekday}: ${name}`]
  const plain = ways.find((way) => opens(way, day))
  return plain ?? (dayOfWeek === null ? `# ${bracketed(name)}` : `${weekday}: ${bracketed(name)}`)
}

/** A plan's name, in brackets where a duration would be read out of it. */
function planName(name: string): string {
  const { plan } = parsePlan(`Plan: ${name}\n\n# Day\nSquat 3x7`, { today: someDay, units: 'kg' })
  const spanless = plan?.weeks === undefined && plan?.startDate === undefined && plan?.endDate === undefined
  return (plan?.name === name && spanless) || name === '' ? name : bracketed(name)
}

function titleLine({ name, weeks, startDate, endDate }: PlanDraft, say: Words): string {
  const implied = startDate && weeks ? addDays(startDate, weeks * 7 - 1) : undefined
  const parts = [
    weeks && say.weeks(weeks),
    startDate && `${say.from} ${startDate}`,
    endDate && endDate !== implied && `${say.until} ${endDate}`,
  ].filter(Boolean)
  const span = parts.length > 0 ? `, ${parts.join(' ')}` : ''
  return name || span ? `${say.plan} ${planName(name)}${span}` : ''
}

/** A plan as text that `parsePlan` reads back as the same plan, loads in the unit they were typed in. */
export function formatPlan(plan: PlanDraft, language: Language = 'en'): string {
  const say = words[language]
  const days = plan.days.map((day) =>
    [
      ...(day.name === '' ? [] : [dayLine(day, say)]),
      ...day.exercises.map((exercise) => exerciseLine(exercise, say)),
    ].join('\n'),
  )
  return [titleLine(plan, say), ...days].filter((block) => block !== '').join('\n\n')
}
