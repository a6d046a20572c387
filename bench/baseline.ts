import Database from 'better-sqlite3'
import { Bot, InlineKeyboard } from 'grammy'

/**
 * The named baseline: a minimal grammY bot with hand-written, prepared better-sqlite3 statements that does the same
 * durable work as our turn. Same pragmas, same rows, two synced commits per update: the inbox, then the effect
 * together with place, answer owed and inbox mark.
 */
export function makeBaseline(file: string, send: typeof fetch) {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  const keep = db.prepare(
    `insert into inbox (source, bot_id, update_id, lane, raw, received_at, status, attempts)
     values ('telegram', 7, ?, ?, ?, ?, 'waiting', 0) on conflict (bot_id, update_id) do nothing returning id`,
  )
  const who = db.prepare(
    `select a.user_id, a.first_name, u.role, u.is_active, u.full_name, s.time_zone, s.units, c.state, c.rev, c.owed, c.card_message_id
     from telegram_accounts a left join users u on u.id = a.user_id left join user_settings s on s.user_id = a.user_id
     left join conversations c on c.telegram_id = a.telegram_id where a.telegram_id = ?`,
  )
  const walk = db.prepare(
    `select w.id as workout_id, w.name, w.started_at, w.position as at, i.id, i.position, i.exercise_id, i.workout_exercise_id,
       i.sets, i.reps, i.weight, i.rest_time, i.status, e.name as exercise, c.id as completion_id,
       (select json_group_array(json_array(s.id, s.set_number, s.reps, s.weight) order by s.set_number)
          from set_logs s where s.exercise_completion_id = c.id) as done
     from workouts w left join workout_items i on i.workout_id = w.id left join exercises e on e.id = i.exercise_id
     left join exercise_completions c on c.workout_item_id = i.id
     where w.client_id = ? and w.state = 'running' order by i.position`,
  )
  const lastTime = db.prepare(
    `select c.completed_at, c.actual_reps, c.weight_used from exercise_completions c
     where c.client_id = ? and c.exercise_id = ? and c.completed_at <= ? and c.workout_id is not ? order by c.completed_at desc limit 1`,
  )
  const insertCompletion = db.prepare(
    `insert into exercise_completions (workout_exercise_id, client_id, completed_at, actual_sets, actual_reps, weight_used,
       workout_id, workout_item_id, exercise_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id`,
  )
  const updateCompletion = db.prepare(
    'update exercise_completions set completed_at = ?, actual_sets = ?, actual_reps = ?, weight_used = ? where id = ?',
  )
  const insertSet = db.prepare(
    `insert into set_logs (exercise_completion_id, client_id, set_number, reps, weight, source, performed_at, created_at, updated_at)
     values (?, ?, ?, ?, ?, 'tap', ?, ?, ?)`,
  )
  const moveOn = db.prepare('update workouts set position = ? where id = ?')
  const oweRest = db.prepare(
    `insert into deliveries (dedupe_key, kind, recipient_id, payload, due_at, expires_at, state, valuable, attempts, created_at, updated_at)
     values (?, 'rest', ?, ?, ?, ?, 'due', 0, 0, ?, ?)
     on conflict (dedupe_key) do update set payload = excluded.payload, due_at = excluded.due_at, expires_at = excluded.expires_at,
       state = 'due', message_id = null, updated_at = excluded.updated_at`,
  )
  const place = db.prepare(
    'update conversations set scene = ?, step = ?, state = ?, rev = ?, owed = ?, updated_at = ? where telegram_id = ?',
  )
  const done = db.prepare(`update inbox set status = 'done', done_at = ? where id = ?`)

  const stamp = (at: Date) => `${at.toISOString().replace('T', ' ').slice(0, 23)}000`

  interface Item {
    workout_id: number
    id: number
    at: number
    position: number
    exercise_id: number
    workout_exercise_id: number
    exercise: string
    sets: number
    reps: string
    weight: number
    rest_time: number | null
    completion_id: number | null
    done: string | null
  }

  const effect = db.transaction((inboxId: number, telegramId: number, itemId: number) => {
    const now = new Date()
    const at = stamp(now)
    const person = who.get(telegramId) as { user_id: number; rev: number }
    const items = walk.all(person.user_id) as Item[]
    const item = items.find(({ id }) => id === itemId)
    if (!item) throw new Error('no such item')
    const before = JSON.parse(item.done ?? '[]') as [number, number, number, number][]
    lastTime.get(person.user_id, item.exercise_id, at, item.workout_id)
    const reps = Number(item.reps)
    const all = [...before.map((set) => set[2]), reps].join(',')
    let completion = item.completion_id
    if (completion === null) {
      const values = [
        item.workout_exercise_id,
        person.user_id,
        at,
        1,
        all,
        item.weight,
        item.workout_id,
        item.id,
        item.exercise_id,
      ]
      completion = (insertCompletion.get(values) as { id: number }).id
    } else updateCompletion.run(at, before.length + 1, all, item.weight, completion)
    insertSet.run(completion, person.user_id, before.length + 1, reps, item.weight, at, at, at)
    const over = before.length + 1 >= item.sets
    const next = over ? items[item.position + 1] : item
    if (next && next.position !== item.at) moveOn.run(next.position, item.workout_id)
    const rest = stamp(new Date(now.getTime() + (item.rest_time ?? 90) * 1000))
    if (next)
      oweRest.run(
        `rest:${item.workout_id}`,
        person.user_id,
        JSON.stringify({ itemId: next.id }),
        rest,
        rest,
        at,
        at,
      )
    const html = `<b>${next?.exercise ?? 'Done'}</b>\nSet ${over ? 1 : before.length + 2} of ${next?.sets ?? 0}: ${next?.reps} × ${next?.weight} kg\n${all}`
    const keyboard = new InlineKeyboard()
      .text('As planned', `set:${next?.id}`)
      .row()
      .text('Undo', 'undo')
      .text('Skip', 'skip')
    place.run(
      'workout',
      'card',
      '{}',
      person.rev + 1,
      JSON.stringify([{ kind: 'card', html, keyboard: keyboard.inline_keyboard }]),
      at,
      telegramId,
    )
    done.run(at, inboxId)
    return { html, keyboard }
  })

  const counts = { commits: 0 }
  const bot = new Bot('7:baseline-token-for-the-stub-only-000', {
    client: { apiRoot: 'http://stub', fetch: send },
  })
  bot.on('callback_query:data', async (ctx) => {
    const row = keep.get(ctx.update.update_id, ctx.from.id, JSON.stringify(ctx.update), stamp(new Date())) as
      | { id: number }
      | undefined
    counts.commits++
    if (!row) return
    const { html, keyboard } = effect(
      row.id,
      ctx.from.id,
      Number.parseInt(ctx.callbackQuery.data.split(':')[1] ?? '', 36),
    )
    counts.commits++
    await Promise.all([
      ctx.answerCallbackQuery(),
      ctx.editMessageText(html, { parse_mode: 'HTML', reply_markup: keyboard }),
    ])
  })
  return {
    counts,
    start: () => void bot.start({ allowed_updates: ['callback_query'] }),
    // grammY's own stop asks once more for updates, and there will be none.
    stop: () => db.close(),
  }
}
