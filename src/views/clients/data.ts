import type { Reason } from '../../domain/attention/reasons.ts'
import type { CheckIn } from '../../domain/checkIn/checkIn.ts'
import type { SeriesData } from '../mealPlans/card.ts'
import type { MealsOverviewData } from '../meals/overview.ts'
import type { SpanData } from '../plans/spans.ts'
import type { WeighedData } from '../weight/weighIn.ts'

/** All that a client's card tells. */
export interface ClientCardData {
  userId: number
  name: string
  isActive: boolean
  hasJoined: boolean
  isReachable: boolean
  /** IANA name. */
  timeZone: string
  units: 'kg' | 'lb'
  details: {
    /** cm */
    height: number | null
    /** kg */
    targetWeight: number | null
    fitnessGoals: string | null
    medicalConditions: string | null
    dietaryRestrictions: string | null
  }
  /** The newest weigh-in and the trend (kg); undefined before the first. */
  weighed: { newest: WeighedData; trend: number } | undefined
  /** The newest word of their diary on a day. */
  dayNote: { date: string; text: string } | undefined
  checkIn: CheckIn | undefined
  /** How many wait for the coach's word. */
  waiting: number
  /** How they ate of late; undefined where there is nothing to tell. */
  meals: MealsOverviewData | undefined
  running: readonly SpanData[]
  coming: readonly SpanData[]
  /** Meals for days that are under way or to come. */
  series: readonly SeriesData[]
  /** Days of meals that other programs wrote. */
  otherDays: readonly { title: string; dates: readonly string[] }[]
  /** Weekly plans of other programs. */
  weekly: readonly { id: number; name: string }[]
  /** Why they need their coach, the heaviest first. */
  reasons: readonly Reason[]
  /** Workouts of the last four weeks, by whatever plan or none, and how many of those planned were kept; undefined where nothing was ever planned or trained. */
  training: { kept: number; planned: number; trained: number } | undefined
  /** What they trained last, the latest first. */
  lastTrained: readonly { date: string; name: string | null; isWhole: boolean }[]
  /** What they sent, and the local day of the last of it. */
  photos: { count: number; last: string } | undefined
  /** The coach's newest note on them; `date` is a local day of the coach's. */
  note: { date: string; text: string } | undefined
  /** The client's local day. */
  today: string
  now: Date
}
