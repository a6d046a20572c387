import { type MuscleGroup, muscleGroups } from '../../domain/enums.ts'
import { type Texts, escapeHtml } from '../../texts/texts.ts'
import { turning } from '../turning.ts'
import { type Button, type View, rows } from '../view.ts'
import { muscleWord } from './words.ts'

export interface ListedExercise {
  id: number
  name: string
  /** Added by the reader. */
  own: boolean
}

type ListOf = { by: 'group'; group: MuscleGroup } | { by: 'own' } | { by: 'name'; typed: string }

const inHome = (value: string) => ({ name: 'pick', at: 'exercises.home', value }) as const
const inList = (value: string) => ({ name: 'pick', at: 'exercises.list', value }) as const

/** Where a coach begins: a name to type, or a muscle group. `own` is how many they have added. */
export function exercisesHome(t: Texts, own: number): View {
  const groups = muscleGroups.map((group): Button => ({
    label: muscleWord(t, group),
    action: inHome(`g.${group}`),
  }))
  const mine: Button[] =
    own > 0 ? [{ label: t('exercises:mine', { count: own }), action: inHome('mine') }] : []
  return {
    html: t('exercises:home'),
    buttons: [
      ...rows(groups, 3),
      [...mine, { label: t('exercises:addMine'), action: inHome('add') }],
      [{ label: t('exercises:done'), action: inHome('done') }],
    ],
  }
}

export interface ListData {
  of: ListOf
  exercises: readonly ListedExercise[]
  page: number
  pages: number
}

function titleOf(t: Texts, { of, exercises, page, pages }: ListData): string {
  const isEmpty = exercises.length === 0
  if (of.by === 'name')
    return isEmpty
      ? t('exercises:unlike', { typed: of.typed })
      : paged(t, t('exercises:like', { typed: of.typed }), page, pages)
  const title =
    of.by === 'own' ? t('exercises:ofMine') : t('exercises:ofGroup', { group: muscleWord(t, of.group) })
  return isEmpty ? `${title}\n${t('exercises:nothing')}` : paged(t, title, page, pages)
}

function paged(t: Texts, title: string, page: number, pages: number): string {
  return pages === 1 ? title : t('exercises:ofPage', { title, page, pages })
}

/** One page of exercises, a button each; a search offers to add what it did not find. */
export function exerciseList(t: Texts, data: ListData): View {
  const { of, exercises, page, pages } = data
  const entries = exercises.map(({ id, name, own }): Button[] => [
    { label: `${own ? '★ ' : ''}${escapeHtml(name)}`, action: inList(`x${id}`) },
  ])
  const add: Button[] =
    of.by === 'group'
      ? []
      : [
          of.by === 'own'
            ? { label: t('exercises:addMine'), action: inList('add') }
            : { label: t('exercises:addNamed', { name: of.typed }), action: inList('add') },
        ]
  return {
    html: titleOf(t, data),
    buttons: [
      ...entries,
      turning(t, { page, pages }, inList),
      add,
      [{ label: t('back'), action: inList('back') }],
    ],
  }
}
