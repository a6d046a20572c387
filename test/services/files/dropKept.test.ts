import { expect, test } from 'vitest'
import { dropKept } from '../../../src/services/files/kept.ts'
import { insert } from '../../support/everything.ts'
import { dana, practice } from '../people/practice.ts'

const made = practice()

function file(owner: number, name: string): number {
  const db = made.db.outsider()
  const id = insert(db, 'file_uploads', { user_id: owner, filename: name, file_path: `aa/${name}.jpg` })
  insert(db, 'thumbnails', { file_id: id, thumbnail_path: `aa/${name}-320.jpg`, size: '320' })
  return id
}

const dropped = (who: typeof dana, ids: number[]) =>
  made.as(who, async (turn) => {
    await dropKept(turn, { files: ids.map((fileId) => ({ fileId, kind: 'photo', messageId: 1 })) })
    return turn.due.at
  })
const left = () => made.rows('select filename from file_uploads order by id').map((row) => row['filename'])
const doomed = () => made.rows('select path from doomed_files order by path').map((row) => row['path'])

test('the actor’s own files go with their thumbnails, and are swept at once; all others stay', async () => {
  const { dana: own, yossi: other } = made.trainers
  const [first, , third, foreign] = [file(own, 'a'), file(own, 'b'), file(own, 'c'), file(other, 'd')]
  expect(await dropped(dana, [first, third, foreign])).toEqual(made.now)
  expect(left()).toEqual(['b', 'd'])
  expect(doomed()).toEqual(['aa/a-320.jpg', 'aa/a.jpg', 'aa/c-320.jpg', 'aa/c.jpg'])
  expect(made.rows('select id from thumbnails')).toHaveLength(2)
})

test('nothing to drop, or nobody who has joined: nothing is dropped, nothing due', async () => {
  const own = file(made.trainers.dana, 'a')
  expect(await dropped(dana, [])).toBeNull()
  expect(await dropped({ id: 77, firstName: 'Stranger' }, [own])).toBeNull()
  expect(await dropped(dana, [own + 1])).toBeNull()
  expect([left(), doomed()]).toEqual([['a'], []])
})
