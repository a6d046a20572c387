import { type Verdict, verdicts } from '../../domain/enums.ts'
import { type Texts, escapeHtml } from '../../texts/texts.ts'
import { inReadingOrder } from '../turning.ts'
import { type Button, type PushView, type View, rows } from '../view.ts'
import { shortened } from '../workout/words.ts'
import { type LastData, lastLine, lastName, lastRow } from './last.ts'
import { type SubjectData, exactName, markOf, subjectName } from './words.ts'

const pick = (step: string, value: string) => ({ name: 'pick', at: `review.${step}`, value }) as const

export interface QueueData {
  /** What is before the coach's eyes; null where it waits no more. */
  present: { review: number; client: string; subject: SubjectData; comment: string | null } | null
  hasVoice: boolean
  waiting: number
  last: LastData | null
}

/** Where the coach stands in the queue, should the picture be out of sight. */
export function queueCard(t: Texts, { present, hasVoice, waiting, last }: QueueData): View {
  const stop: Button = { label: t('review:stop'), action: pick('queue', 'stop') }
  if (!present)
    return {
      html: t('review:goneAlready'),
      buttons: [[{ label: t('review:onward'), action: pick('queue', 'next') }, stop], lastRow(t, last)],
    }
  const { review, client, subject, comment } = present
  return {
    html: [
      t('review:waits', { count: waiting }),
      t('review:looking', { client, name: subjectName(t, subject) }),
      ...(comment === null ? [] : [t('review:comment', { text: shortened(comment, 1000) })]),
      ...(hasVoice ? [t('review:voiceGoesAlong')] : []),
      t('review:waitsHint'),
    ].join('\n'),
    buttons: [
      inReadingOrder(
        t,
        verdicts.map((verdict) => ({
          label: markOf(t, verdict),
          action: { name: 'judge', review, verdict },
        })),
      ),
      [
        { label: t('review:later'), action: { name: 'reviewLater', review } },
        { label: t('review:again'), action: pick('queue', 'again') },
      ],
      [...(comment === null ? [] : [{ label: t('review:unsay'), action: pick('queue', 'unsay') }]), stop],
      // What was just written is nearer than what was said of another one.
      comment === null ? lastRow(t, last) : [],
    ],
  }
}

export interface WhoseData {
  text: string
  last: LastData | null
  present: { client: string; subject: SubjectData } | null
}

/** Asks whether words are for the one judged last, or for what is before the coach's eyes now. */
export function askWhose(t: Texts, { text, last, present }: WhoseData): View {
  const ofLast = last && {
    client: shortened(last.client, 20),
    name: lastName(t, last),
    mark: markOf(t, last.verdict),
  }
  const ofThis = present && {
    client: shortened(present.client, 20),
    name: exactName(t, present.subject, 30),
  }
  return {
    html: [t('review:comment', { text: shortened(text, 1000) }), t('review:whose')].join('\n'),
    buttons: [
      ofLast ? [{ label: t('review:forLast', ofLast), action: pick('whose', 'last') }] : [],
      ofThis ? [{ label: t('review:forThis', ofThis), action: pick('whose', 'this') }] : [],
      [{ label: t('review:forNone'), action: pick('whose', 'back') }],
    ],
  }
}

/** Tells a coach, quietly, that something waits for them. */
export function waitingNews(t: Texts, count: number): PushView {
  return {
    html: [t('review:waits', { count }), t('review:waitsNews')].join('\n'),
    buttons: [[{ label: t('review:button', { count }), action: { name: 'openReview' } }]],
    silent: true,
  }
}

function keepRow(t: Texts, review: number | null, phrase: string | null): Button[] {
  if (phrase === null || review === null) return []
  const label = t('review:keepPhrase', { text: shortened(phrase, 30) })
  return [{ label, action: { name: 'keepPhrase', review } }]
}

/** One line on what was just done, beside the next picture; `phrase` may be kept at hand. */
export function saidCard(t: Texts, html: string, review: number | null, phrase: string | null): View {
  return { html, buttons: [keepRow(t, review, phrase)], live: true }
}

export interface NothingData {
  /** How many were put off a moment ago. */
  putOff: number
  last: LastData | null
  /** What was typed beside the last verdict, where it may be kept at hand. */
  phrase: string | null
}

/** The end of the queue. */
export function nothingCard(t: Texts, { putOff, last, phrase }: NothingData): View {
  return {
    html: [
      putOff === 0 ? t('review:nothing') : t('review:putOffLeft', { count: putOff }),
      ...(last === null ? [] : [lastLine(t, last)]),
    ].join('\n'),
    buttons: [
      putOff === 0 ? [] : [{ label: t('review:throughPutOff'), action: pick('done', 'putOff') }],
      keepRow(t, last?.review ?? null, phrase),
      lastRow(t, last),
      [{ label: t('review:phrases'), action: pick('done', 'phrases') }],
      [{ label: t('back'), action: pick('done', 'back') }],
    ],
  }
}

export interface AskData {
  verdict: Verdict
  client: string
  subject: SubjectData
  /** The coach's own: `near` is likelier to be of use than what we offer, `far` is not. */
  phrases: Record<'near' | 'far', readonly { id: number; text: string }[]>
  review: number
  /** What was said beside it already; other words take its place. */
  comment: string | null
}

const mostShown = 8
const mostOfPhrase = 40

/** What is offered to whoever has no phrases of their own. */
export function starterPhrases(t: Texts, { kind }: SubjectData): string[] {
  return (kind === 'meal' ? t('review:mealPhrases') : t('review:liftPhrases')).split('|')
}

/** Asks for the words beside a verdict. */
export function askComment(t: Texts, data: AskData): View {
  const { verdict, client, subject, phrases, comment } = data
  const [near, far] = [phrases.near, phrases.far].map((own) =>
    own.map(({ id, text }): Button => ({
      label: escapeHtml(shortened(text, mostOfPhrase)),
      action: pick('comment', `p${id}`),
    })),
  )
  // They say what to do better.
  const starters = (verdict === 'good' ? [] : starterPhrases(t, subject)).map((label, index): Button => ({
    label,
    action: pick('comment', `s${index}`),
  }))
  return {
    html: [
      t('review:ask', { mark: markOf(t, verdict), client, name: subjectName(t, subject) }),
      ...(comment === null ? [] : [t('review:comment', { text: shortened(comment, 1000) })]),
      t(verdict === 'good' ? 'review:askGood' : 'review:askHow'),
    ].join('\n'),
    buttons: [
      ...rows([...(near ?? []), ...starters, ...(far ?? [])].slice(0, mostShown), 2),
      [
        { label: t('review:undo'), action: { name: 'undoVerdict', review: data.review } },
        { label: t('review:phrases'), action: pick('comment', 'phrases') },
      ],
      [{ label: t('review:skip'), action: pick('comment', 'skip') }],
    ],
  }
}

/** The coach's own phrases, each to be deleted. */
export function phrasesCard(t: Texts, phrases: readonly { id: number; text: string }[]): View {
  return {
    html: phrases.length === 0 ? t('review:phrasesNone') : t('review:phrasesTitle'),
    buttons: [
      ...phrases.map(({ id, text }): Button[] => [
        { label: t('review:deletePhrase', { text: shortened(text, 60) }), action: pick('phrases', `p${id}`) },
      ]),
      [{ label: t('back'), action: pick('phrases', 'back') }],
    ],
  }
}
