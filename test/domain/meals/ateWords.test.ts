import { expect, test } from 'vitest'
import { withoutAte } from '../../../src/domain/meals/ateWords.ts'
import { isNothingButFood, readTypedFood, tellsOfFood } from '../../../src/domain/meals/typedFood.ts'

test.each([
  ['I ate 2 eggs', '2 eggs'],
  ['I just had a banana', 'a banana'],
  ['Just ate: two eggs', 'two eggs'],
  ['I’ve eaten rice', 'rice'],
  ['אכלתי 2 ביצים', '2 ביצים'],
  ['אני כבר אכלתי עכשיו בננה', 'בננה'],
  ['שתיתי כוס חלב', 'כוס חלב'],
  ['ate it', 'ate it'],
  ['I ate nothing', 'I ate nothing'],
  ['אכלתי הכול', 'אכלתי הכול'],
  ['I ate 2', 'I ate 2'],
  ['hadron 2 eggs', 'hadron 2 eggs'],
])('%s is about %s', (text, food) => {
  expect(withoutAte(text)).toBe(food)
})

test('what was said to be eaten is filled in like any food', () => {
  for (const text of ['I ate 2 eggs', 'אכלתי 2 ביצים'])
    expect(readTypedFood(text)).toMatchObject({ kind: 'read', foods: [{ calories: 143, isFilled: true }] })
})

test.each([
  'I ate 2 eggs',
  'ate pizza',
  '2 eggs',
  '150g rice',
  'burger 800 kcal',
  'אכלתי 2 ביצים',
  '2 ביצים',
])('%s tells of food', (text) => expect(tellsOfFood(text)).toBe(true))

test.each([
  'I feel great',
  'my left knee hurts',
  'can I do 8 of these?',
  'late again',
  '8x8O',
  '-5',
  '10 dips',
  'I had a bad night',
  'too heavy, 2 plates',
  'הברך כואבת',
  'כבד מדי',
])('%s does not', (text) => expect(tellsOfFood(text)).toBe(false))

test.each(['I ate 2 eggs', '2 eggs', 'an omelette', 'pizza 600 kcal', 'אכלתי 2 ביצים'])(
  '%s is nothing but food',
  (text) => expect(isNothingButFood(text)).toBe(true),
)

test.each([
  'I ate out every day last week, sorry. My knee hurts too',
  'אכלתי בחוץ כל השבוע וגם כואבת לי הברך',
  '2 eggs, my knee hurts',
  'I ate 2 eggs and toast',
  'Can I eat 2 eggs',
  '2 eggs?',
  '8',
])('%s may be something else', (text) => expect(isNothingButFood(text)).toBe(false))
