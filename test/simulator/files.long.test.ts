import { expect, test } from 'vitest'
import { blob, megabyte, uploading } from './uploading.ts'

test('a bot sends files up to 50 MB', async () => {
  const { simulator, up, post, anna } = await uploading()
  await up('sendDocument', { document: blob(50 * megabyte) })
  expect(anna.last().document?.size).toBe(50 * megabyte)
  expect(simulator.violations).toEqual([])
  expect((await post('sendDocument', { document: blob(50 * megabyte + 1) })).description).toBe(
    'Bad Request: file is too big',
  )
  expect(await post('sendDocument', { document: blob(60 * megabyte) })).toMatchObject({ error_code: 413 })
})
