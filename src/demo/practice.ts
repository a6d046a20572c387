import type { MikroORM } from '@mikro-orm/sqlite'
import { localDate, weekdayOf } from '../domain/localTime.ts'
import type { TypedWeighIn } from '../domain/weight/parse.ts'
import { atHand } from '../domain/workout/walk.ts'
import { eat, giveFood } from './food.ts'
import { type DemoPicture, drawPhotos } from './photos.ts'
import { authorizeClient, requireClient } from '../services/access.ts'
import { rateWeek, tellNotes, tellWeight } from '../services/checkIns/answering.ts'
import { addPoses } from '../services/checkIns/photos.ts'
import { sendCheckIn } from '../services/checkIns/sending.ts'
import { actorAgain } from '../services/conversation.ts'
import { assignPlan } from '../services/plans/assign.ts'
import { readPlanText } from '../services/plans/reading.ts'
import { daysToStore } from '../services/plans/write.ts'
import { addJoined, addKeptPicture, nobodyJoined } from '../services/practice.ts'
import { wish } from '../services/reminders/ownRules.ts'
import type { Turn } from '../services/turn.ts'
import { type Unit, inUnit } from '../services/unit.ts'
import { addWeighIn } from '../services/weighIns/weighIns.ts'
import { finishWorkout } from '../services/workouts/finish.ts'
import { logSets } from '../services/workouts/logSet.ts'
import { newestWorkout, startWorkout } from '../services/workouts/start.ts'
import { todayCard } from '../services/workouts/today.ts'
import { requireWalk } from '../services/workouts/walk.ts'
import { languageOf } from '../domain/language.ts'
import type { Storage } from '../storage/storage.ts'

/** Who is there when the demo starts: a trainer, who is the admin too, and two clients. */
export const practicePeople = [
  { id: 7_100_001, firstName: 'Dana', lastName: 'Levi', username: 'dana_trains', language: 'en' },
  { id: 7_100_002, firstName: 'Anna', lastName: 'Berg', username: 'anna_berg', language: 'en' },
  { id: 7_100_003, firstName: 'יואב', lastName: 'כהן', username: 'yoav_c', language: 'he' },
] as const

/** Days taken in turn, so that there is something to do whatever day the demo is opened. */
const samplePlans = [
  `Strong basics, 8 weeks
# Full body A
Squat 3x5 @60kg rest 2:00 "knees out, chest up"
Bench press 3x6-8 @42.5 rest 1:30
A1 Row 3x10 @35 rest 1:00
A2 Face pull 3x15 @15
Plank 2x45s rest 0:45
# Full body B
Deadlift 3x5 @80kg rest 2:30 "push the floor away"
Overhead press 3x6-8 @25 rest 1:30
B1 Lat pulldown 3x10 @40 rest 1:00
B2 Leg curl 3x12 @25
Pallof press 2x12 @10`,
  `כוח בסיסי, 8 שבועות
# אימון א
סקוואט 3x5 @90 מנוחה 120
לחיצת חזה 3x6-8 @70 מנוחה 90
חתירה במוט 3x10 @60 מנוחה 90
פלאנק 2x60s
# אימון ב
דדליפט 3x5 @110 מנוחה 150
לחיצת כתפיים 3x8 @40 מנוחה 90
מתח 3xAMRAP`,
] as const

const dayMs = 86_400_000
const setMs = 100_000
/** Days ago on which the clients have trained, and what they added to the planned loads by then, kg. */
const pastWorkouts = [
  { daysAgo: 9, more: 0 },
  { daysAgo: 6, more: 0 },
  { daysAgo: 3, more: 2.5 },
] as const

/** Days from the first on which the clients are asked to weigh in: that day, and the next one in case its morning is over. */
const weighInDays = [0, 1, 4] as const

/** What the first client weighed, kg, and how many days ago. */
const pastWeights = [
  { daysAgo: 13, kg: '68.4' },
  { daysAgo: 11, kg: '68.6' },
  { daysAgo: 5, kg: '67.9' },
  { daysAgo: 2, kg: '67.8' },
] as const
/** When the first client checked in, oldest first, each time with a photo from the front. */
const pastCheckIns = [
  { daysAgo: 36, kg: '69.7', bodyFat: 25.5 },
  { daysAgo: 8, kg: '68.2', bodyFat: 24.5 },
] as const

/** Makes them a practice, with plans to walk through and workouts behind them, unless there is one already. */
export async function furnishPractice(
  orm: MikroORM,
  storage: Storage,
  now: Date,
  timeZone: string,
): Promise<void> {
  if (!(await inUnit(orm, 'demo.look', ({ sql }) => nobodyJoined(sql)))) return
  const pictures = await drawPhotos(storage)
  await inUnit(orm, 'demo.furnish', async (unit) => {
    const [dana, ...clients] = practicePeople
    const joined = { timeZone, units: 'kg' } as const
    const trainerId = await addJoined(
      unit.sql,
      { ...dana, ...joined, telegramId: dana.id, role: 'trainer' },
      now,
    )
    const ago = (days: number) => new Date(now.getTime() - days * dayMs)
    const clientIds: number[] = []
    for (const [index, client] of clients.entries()) {
      const person = { ...client, ...joined, telegramId: client.id, role: 'client', trainerId } as const
      const clientId = await addJoined(unit.sql, person, ago(40))
      clientIds.push(clientId)
      await givePlan(
        await turnOf(unit, dana.id, ago(10), timeZone),
        clientId,
        samplePlans[index] ?? samplePlans[0],
      )
      for (const { daysAgo, more } of pastWorkouts)
        await train(await turnOf(unit, client.id, ago(daysAgo), timeZone), more)
    }
    const [first] = clients
    for (const [index, { daysAgo, ...weighedThen }] of pastCheckIns.entries())
      await checkIn(await turnOf(unit, first.id, ago(daysAgo), timeZone), weighedThen, pictures[index])
    for (const { daysAgo, kg } of pastWeights)
      await addWeighIn(await turnOf(unit, first.id, ago(daysAgo), timeZone), weighed(kg), null)
    await giveFood(await turnOf(unit, dana.id, now, timeZone), clientIds)
    for (const { id } of clients) {
      const turn = await turnOf(unit, id, now, timeZone)
      await eat(turn)
      await weighOnDays(turn)
    }
  })
}

async function turnOf(unit: Unit, telegramId: number, now: Date, timeZone: string): Promise<Turn> {
  const defaults = { timeZone, adminIds: new Set<number>(), languageOf }
  return { ...unit, actor: await actorAgain(unit.sql, { id: telegramId, firstName: '' }, defaults), now }
}

function weighOnDays(turn: Turn): Promise<void> {
  const today = weekdayOf(localDate(turn.now, turn.actor.timeZone))
  return wish(turn, 'weighIn', { weekdays: weighInDays.map((day) => (today + day) % 7) })
}

const weighed = (number: string, bodyFat: number | null = null): TypedWeighIn => ({
  kg: Number(number),
  typed: { number, unit: 'kg' },
  bodyFat,
  note: null,
  date: null,
})

/** The client tells how the week was, and sends it. */
async function checkIn(
  turn: Turn,
  { kg, bodyFat }: { kg: string; bodyFat: number },
  picture: DemoPicture | undefined,
): Promise<void> {
  const date = localDate(turn.now, turn.actor.timeZone)
  await tellWeight(turn, date, weighed(kg, bodyFat), null)
  for (const [feeling, rating] of [
    ['sleep', 4],
    ['energy', 3],
    ['hunger', 4],
    ['stress', 2],
  ] as const)
    await rateWeek(turn, date, feeling, rating)
  await tellNotes(turn, date, 'Busy at work, but every session is done.')
  if (picture) await addFront(turn, date, picture)
  await sendCheckIn(turn, date, 0)
}

async function addFront(turn: Turn, date: string, picture: DemoPicture): Promise<void> {
  const { userId } = requireClient(turn)
  const fileId = await addKeptPicture(turn.sql, userId, picture, turn.now)
  const file = { fileId, kind: 'photo', messageId: 0 } as const
  await addPoses(turn, date, 'front', { files: [file], caption: '', albumId: null, at: turn.now.getTime() })
}

async function givePlan(turn: Turn, clientId: number, text: string): Promise<void> {
  const client = await authorizeClient(turn, clientId)
  const today = turn.now.toISOString().slice(0, 10)
  const plan = { text, today, order: null, answers: {}, startsMonday: false }
  const { name, days, dates } = await readPlanText(turn, client, plan)
  await assignPlan(
    turn,
    client,
    {
      name,
      description: null,
      startDate: dates.start,
      endDate: dates.end,
      days: daysToStore(days, { plan: name, day: name }),
    },
    { replace: false },
  )
}

/** The client walks through the day that is due, set by set. */
async function train(turn: Turn, more: number): Promise<void> {
  const [day] = (await todayCard(turn)).due
  if (!day) return
  await startWorkout(turn, day.sessionId, await newestWorkout(turn))
  const from = { source: 'tap', messageId: null } as const
  for (
    let walk = await requireWalk(turn), item = atHand(walk);
    item && item.done.length < item.sets;
    item = atHand(walk)
  ) {
    turn.now = new Date(turn.now.getTime() + setMs)
    const timed = /^(\d+)s$/.exec(item.reps)?.[1]
    const reps = Number(/\d+/.exec(item.reps)?.[0] ?? 6)
    await logSets(
      turn,
      walk,
      item,
      [
        {
          reps: timed === undefined ? reps : null,
          seconds: timed === undefined ? null : Number(timed),
          weight: item.weight === null ? null : item.weight + more,
        },
      ],
      from,
    )
  }
  const walk = await requireWalk(turn)
  await finishWorkout(turn, walk.id)
}
