import { addDays } from '../localTime.ts'
import { parsePlan } from './parsePlan.ts'
import type { DayDraft, ExerciseDraft, PlanDraft } from './types.ts'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const someDay = '2026-01-01'

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

function bracketed(name: string): string {
  return `[${name.replaceAll('[', '(').replaceAll(']', ')')}]`
}

function exerciseLine(exercise: ExerciseDraft): string {
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
    restSeconds !== null && `rest ${restSeconds}s`,
    note !== null && `// ${note.replace(/\s*\n\s*/g, '; ')}`,
  ]
    .filter((part) => typeof part === 'string')
    .join(' ')
}

function dayLine({ name, dayOfWeek }: DayDraft): string {
  return dayOfWeek === null ? `# ${bracketed(name)}` : `${weekdays[dayOfWeek] ?? ''}: ${bracketed(name)}`
}

function titleLine({ name, weeks, startDate, endDate }: PlanDraft): string {
  const implied = startDate && weeks ? addDays(startDate, weeks * 7 - 1) : undefined
  const parts = [
    weeks && `${weeks} weeks`,
    startDate && `from ${startDate}`,
    endDate && endDate !== implied && `until ${endDate}`,
  ].filter(Boolean)
  const span = parts.length > 0 ? `, ${parts.join(' ')}` : ''
  return name || span ? `Plan: ${name}${span}` : ''
}

/** A plan as text that `parsePlan` reads back as the same plan, loads in the unit they were typed in. */
export function formatPlan(plan: PlanDraft): string {
  const days = plan.days.map((day) =>
    [...(day.name === '' ? [] : [dayLine(day)]), ...day.exercises.map(exerciseLine)].join('\n'),
  )
  return [titleLine(plan), ...days].filter((block) => block !== '').join('\n\n')
}
