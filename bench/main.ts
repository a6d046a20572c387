import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Drawn, drawCharts } from './charts.ts'
import { drain, configuredRate } from './draining.ts'
import { planDay } from './planning.ts'
import { type TakenIn, bigPhoto, takePhotosIn } from './photos.ts'
import { practiceFile } from './practice.ts'
import { type Start, timeStart } from './start.ts'
import { rank } from './ranking.ts'
import { type Figure, median, print } from './table.ts'
import { type Run, runBaseline, runSpotter } from './turns.ts'

const rounds = 5

async function onOwnFile<T>(sets: number, run: (path: string) => Promise<T>): Promise<T> {
  const path = await practiceFile(sets)
  try {
    return await run(path)
  } finally {
    for (const suffix of ['', '-wal', '-shm', '.lock']) rmSync(path + suffix, { force: true })
    if (dirname(path).includes('spotter-bench-')) rmSync(path, { force: true })
  }
}

const spreadOf = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)]

/** (1) The whole turn of "log one set as planned", ours and the baseline's taking turns. */
async function turnRates(): Promise<Figure[]> {
  const ours: Run[] = []
  const theirs: Run[] = []
  for (let round = 0; round < rounds; round++) {
    theirs.push(await onOwnFile(1000, runBaseline))
    ours.push(await onOwnFile(1000, runSpotter))
  }
  const rates = ours.map(({ rate }) => rate)
  const baseline = theirs.map(({ rate }) => rate)
  const commits = median(ours.map((run) => run.commits))
  const baselineCommits = median(theirs.map((run) => run.commits))
  return [
    {
      name: 'log one set as planned: turns',
      value: median(rates),
      unit: '/s',
      baseline: median(baseline),
      ratio: median(rates) / median(baseline),
      spread: spreadOf(rates),
      note: `baseline: grammY + better-sqlite3, ${spreadOf(baseline)
        .map((rate) => rate.toFixed(0))
        .join('–')}`,
    },
    {
      name: 'log one set as planned: synced commits',
      value: commits,
      unit: 'per turn',
      baseline: baselineCommits,
      ratio: commits / baselineCommits,
    },
  ]
}

/** (2) The same turn on a small and on a large practice. */
async function turnSizes(): Promise<Figure[]> {
  const small: number[] = []
  const large: number[] = []
  for (let round = 0; round < rounds; round++) {
    small.push((await onOwnFile(1000, runSpotter)).rate)
    large.push((await onOwnFile(1_000_000, runSpotter)).rate)
  }
  return [
    {
      name: 'log one set with 1,000,000 logged: turns',
      value: median(large),
      unit: '/s',
      baseline: median(small),
      ratio: median(large) / median(small),
      spread: spreadOf(large),
      note: 'baseline: 1,000 logged',
    },
  ]
}

/** (3) A process from its start to the first poll, and its memory at rest. */
async function starts(): Promise<Figure[]> {
  const ours: Start[] = []
  const bare: Start[] = []
  for (let round = 0; round < rounds; round++) {
    bare.push(await timeStart('bench/bareBot.ts'))
    ours.push(await timeStart('src/main.ts'))
  }
  return (['ms', 'mb'] as const).map((what) => {
    const values = ours.map((start) => start[what])
    const baseline = median(bare.map((start) => start[what]))
    return {
      name: what === 'ms' ? 'start to first poll' : 'memory at rest',
      value: median(values),
      unit: what === 'ms' ? 'ms' : 'MB',
      baseline,
      ratio: median(values) / baseline,
      spread: spreadOf(values),
      note: what === 'ms' ? 'on a new file, library included; baseline: bare grammY + better-sqlite3' : '',
    }
  })
}

/** (4) A chart as PNG in the child process: the first with its start, and those after. */
async function charts(): Promise<Figure[]> {
  const runs: Drawn[] = []
  for (let round = 0; round < rounds; round++) runs.push(await drawCharts())
  const figure = (name: string, values: number[], note = ''): Figure => ({
    name,
    value: median(values),
    unit: 'ms',
    spread: spreadOf(values),
    note,
  })
  return [
    figure(
      'chart drawn cold',
      runs.map(({ cold }) => cold),
      'with the start of the child process',
    ),
    figure(
      'chart drawn warm',
      runs.flatMap(({ warm }) => warm),
    ),
    figure(
      'the bot itself stands still for',
      runs.map(({ blocked }) => blocked),
      'longest of a run, cold included',
    ),
  ]
}

/** (5) A photo of 12 megapixels from update to kept, and how fast another person's set is answered meanwhile. */
async function photos(): Promise<Figure[]> {
  const photo = await bigPhoto()
  const runs: TakenIn[] = []
  for (let round = 0; round < rounds; round++)
    runs.push(await onOwnFile(1000, (path) => takePhotosIn(path, photo)))
  const of = (what: keyof TakenIn) => runs.flatMap((run) => run[what] ?? [])
  const against = (what: 'endToEnd' | 'beside', baseline: 'bare' | 'alone') => ({
    value: median(of(what)),
    unit: 'ms',
    baseline: median(of(baseline)),
    ratio: median(runs.map((run) => run[what] / run[baseline])),
    spread: spreadOf(of(what)),
  })
  const figures: Figure[] = [
    {
      name: 'photo of 12 megapixels kept',
      ...against('endToEnd', 'bare'),
      note: `${(photo.length / 1024 ** 2).toFixed(1)} MB; baseline: bare sharp, same transform, in process`,
    },
    {
      name: 'log one set while a photo is opened',
      ...against('beside', 'alone'),
      note: 'baseline: with nothing else to do',
    },
  ]
  const peaks = of('peak')
  if (peaks.length === 0) return figures
  const note = 'the most the child process that opens photos has had'
  return [
    ...figures,
    { name: 'photo worker', value: median(peaks), unit: 'MB', spread: spreadOf(peaks), note },
  ]
}

/** (6) One more day of reminders for everybody. */
async function plannings(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const clients of [10_000, 100_000]) {
    const { seconds, bareSeconds, rows, blockedMs } = await planDay(clients)
    const name = `a day of reminders for ${clients.toLocaleString('en')} clients`
    const note = `${rows.toLocaleString('en')} rows; baseline: bare better-sqlite3 writing them in one transaction`
    figures.push(
      { name, value: seconds, unit: 's', baseline: bareSeconds, ratio: seconds / bareSeconds, note },
      { name: '  others wait for', value: blockedMs, unit: 'ms', note: 'at the longest' },
    )
  }
  return figures
}

/** (7) Two thousand reminders due at one minute, at 25 a second, against the simulator with Telegram's limits. */
async function drainings(): Promise<Figure[]> {
  const drained = await drain(2000)
  const { rate, refused, sent, replyMs, replyWorstMs, aloneMs, pingLateMs, commits } = drained
  return [
    {
      name: '2,000 reminders due at once: calls',
      value: rate,
      unit: '/s',
      baseline: configuredRate,
      ratio: rate / configuredRate,
      note: `baseline: the configured rate; ${sent} sent, ${refused} refused with 429, ${commits.toFixed(2)} commits each`,
    },
    {
      name: "  people's replies meanwhile",
      value: replyMs,
      unit: 'ms',
      baseline: aloneMs,
      ratio: replyMs / aloneMs,
      note: `worst ${replyWorstMs.toFixed(0)} ms; baseline: with nothing else to do`,
    },
    { name: '  ends of rests told late by', value: pingLateMs, unit: 'ms', note: 'at the most' },
  ]
}

/** (8) Who needs me: `/clients` of a coach of a hundred, with half a year of each. */
async function rankings(): Promise<Figure[]> {
  const { ms, bareMs, statements, clients, needing, logged } = await rank(20)
  return [
    {
      name: `who of ${clients} clients needs their coach`,
      value: median(ms),
      unit: 'ms',
      baseline: median(bareMs),
      ratio: median(ms) / median(bareMs),
      spread: spreadOf(ms),
      note: `${needing} do; ${logged.toLocaleString('en')} rows logged; baseline: bare better-sqlite3 asking the same ${statements} questions`,
    },
  ]
}

const only = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const wanted = (name: string) => only.length === 0 || only.includes(name)
const figures = [
  ...(wanted('turns') ? await turnRates() : []),
  ...(wanted('sizes') ? await turnSizes() : []),
  ...(wanted('start') ? await starts() : []),
  ...(wanted('charts') ? await charts() : []),
  ...(wanted('photos') ? await photos() : []),
  ...(wanted('planning') ? await plannings() : []),
  ...(wanted('ranking') ? await rankings() : []),
  ...(wanted('draining') ? await drainings() : []),
]
print(figures, process.argv.includes('--json'))
process.exit(0)
