/** What all charts have. All words are worded already, as plain text in the reader's language. */
interface Chart {
  direction: 'ltr' | 'rtl'
  title: string
  /** What it covers: whose it is, from when to when. */
  subtitle: string
  /** The figure that matters most, with what it is; undefined where there is none. */
  lead?: { value: string; label: string }
}

/** A word on the axis, at a place counted as the values are. */
export interface Tick {
  at: number
  label: string
}

/** Measured days with their smoothed course. Places are days from the first; values in the reader's unit. */
export interface TrendChart extends Chart {
  kind: 'trend'
  /** The place at the far end of the axis; 0 for a single day. */
  days: number
  points: [at: number, value: number][]
  trend: [at: number, value: number][]
  target?: { value: number; label: string }
  ticks: Tick[]
  /** What the points, and what the line, are. */
  words: { points: string; trend: string }
}

/** One measure, session by session or day by day; null: nothing is known. */
export interface Panel {
  title: string
  /** The figure beside the title. */
  figure?: string
  style: 'bars' | 'line'
  values: (number | null)[]
  /** The bars that are known to be higher, by how much nobody knows. */
  atLeast?: number[]
  target?: { value: number; label: string }
}

/** Measures of the same sessions, one below the other. */
export interface SessionsChart extends Chart {
  kind: 'sessions'
  ticks: Tick[]
  panels: Panel[]
}

/** Days beside their targets: the first panel large, the others small beneath it. */
export interface WeekChart extends Chart {
  kind: 'week'
  /** A short name for each day. */
  days: string[]
  panels: Panel[]
  /** What a bar without a firm end is; only where there is one. */
  atLeastWord?: string
}

/** `open`: planned for today, and not done yet. */
export type DayMark = 'done' | 'partly' | 'missed' | 'rest' | 'open' | 'planned'

/** Days as a calendar, week by week. */
export interface CalendarChart extends Chart {
  kind: 'calendar'
  /** Short names, in the order of the week. */
  weekdays: string[]
  /** Each of seven days; null for what lies outside. `label` is a word beside the week. */
  weeks: { label: string; days: ({ day: number; mark: DayMark; isToday?: boolean } | null)[] }[]
  words: { mark: DayMark; label: string }[]
}

export type ChartSpec = TrendChart | SessionsChart | WeekChart | CalendarChart

/** Two photos side by side, the earlier one first in reading order. */
export interface PairSpec {
  direction: 'ltr' | 'rtl'
  title: string
  sides: [PairSide, PairSide]
}

export interface PairSide {
  /** A file that is kept. */
  fileId: number
  /** `Before`, and what is told of it: the day, the weight. */
  label: string
  caption: string
}

/** A picture to be drawn when it is sent. */
export type PictureSpec =
  | { kind: 'qr'; text: string }
  | { kind: 'chart'; chart: ChartSpec }
  | { kind: 'pair'; pair: PairSpec }

/** Files that are kept, by `file_uploads` id, shown as what they are: photo, clip, recording. Several go as albums. */
export type KeptSpec = { kind: 'kept'; file: number } | { kind: 'kept'; files: number[] }
