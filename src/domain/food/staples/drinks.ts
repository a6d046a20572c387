import type { Staple } from './staple.ts'

export const drinks: readonly Staple[] = [
  {
    id: 'orange-juice',
    type: 'fruit',
    en: ['orange juice', 'fresh orange juice'],
    he: ['מיץ תפוזים', 'מיץ תפוזים סחוט'],
    forms: [
      {
        state: null,
        usda: '09206',
        calories: 45,
        protein: 0.7,
        carbs: 10.4,
        fat: 0.2,
        portions: { cup: 248 },
      },
    ],
  },
  {
    id: 'apple-juice',
    type: 'fruit',
    en: ['apple juice'],
    he: ['מיץ תפוחים'],
    forms: [
      {
        state: null,
        usda: '09016',
        calories: 46,
        protein: 0.1,
        carbs: 11.3,
        fat: 0.13,
        portions: { cup: 248 },
      },
    ],
  },
  {
    id: 'carrot-juice',
    type: 'vegetable',
    en: ['carrot juice'],
    he: ['מיץ גזר'],
    forms: [
      {
        state: null,
        usda: '11655',
        calories: 40,
        protein: 0.95,
        carbs: 9.28,
        fat: 0.15,
        portions: { cup: 236 },
      },
    ],
  },
  {
    id: 'cola',
    type: 'other',
    en: ['cola', 'coke', 'coca cola'],
    he: ['קולה', 'קוקה קולה'],
    forms: [
      {
        state: null,
        usda: '14148',
        calories: 42,
        protein: 0,
        carbs: 10.36,
        fat: 0.25,
        portions: { can: 330, cup: 246 },
      },
    ],
  },
  {
    id: 'coconut-water',
    type: 'other',
    en: ['coconut water'],
    he: ['מי קוקוס'],
    forms: [
      {
        state: null,
        usda: '14090',
        calories: 18,
        protein: 0.22,
        carbs: 4.24,
        fat: 0,
        portions: { cup: 245 },
      },
    ],
  },
  {
    id: 'energy-drink',
    type: 'other',
    en: ['energy drink', 'red bull'],
    he: ['משקה אנרגיה', 'רד בול'],
    forms: [
      {
        state: null,
        usda: '14154',
        calories: 43,
        protein: 0.46,
        carbs: 10.23,
        fat: 0,
        portions: { can: 258 },
      },
    ],
  },
  {
    id: 'beer',
    type: 'other',
    en: ['beer', 'lager'],
    he: ['בירה'],
    forms: [
      {
        state: null,
        usda: '14003',
        calories: 43,
        protein: 0.46,
        carbs: 3.55,
        fat: 0,
        portions: { can: 330, cup: 237, piece: 330 },
      },
    ],
  },
  {
    id: 'wine-red',
    type: 'other',
    en: ['red wine', 'wine'],
    he: ['יין אדום', 'יין'],
    forms: [
      {
        state: null,
        usda: '14096',
        calories: 85,
        protein: 0.07,
        carbs: 2.61,
        fat: 0,
        portions: { cup: 147, serving: 147 },
      },
    ],
  },
  {
    id: 'wine-white',
    type: 'other',
    en: ['white wine'],
    he: ['יין לבן'],
    forms: [
      {
        state: null,
        usda: '14106',
        calories: 82,
        protein: 0.07,
        carbs: 2.6,
        fat: 0,
        portions: { cup: 147, serving: 147 },
      },
    ],
  },
  {
    id: 'spirits',
    type: 'other',
    en: ['vodka', 'whiskey', 'whisky', 'gin', 'rum', 'spirits', 'arak'],
    he: ['וודקה', 'ויסקי', "ג'ין", 'רום', 'ערק', 'עראק'],
    forms: [
      { state: null, usda: '14037', calories: 231, protein: 0, carbs: 0, fat: 0, portions: { serving: 42 } },
    ],
  },
  {
    id: 'coffee',
    type: 'other',
    en: ['coffee', 'black coffee', 'americano', 'filter coffee'],
    he: ['קפה', 'קפה שחור', 'אמריקנו', 'נס קפה'],
    forms: [
      { state: null, usda: '14209', calories: 1, protein: 0.12, carbs: 0, fat: 0.02, portions: { cup: 237 } },
    ],
  },
  {
    id: 'espresso',
    type: 'other',
    en: ['espresso'],
    he: ['אספרסו'],
    forms: [
      {
        state: null,
        usda: '14210',
        calories: 9,
        protein: 0.12,
        carbs: 1.67,
        fat: 0.18,
        portions: { piece: 30, serving: 30 },
      },
    ],
  },
  {
    id: 'tea',
    type: 'other',
    en: ['tea', 'black tea'],
    he: ['תה', 'תה שחור'],
    forms: [
      { state: null, usda: '14355', calories: 1, protein: 0, carbs: 0.3, fat: 0, portions: { cup: 237 } },
    ],
  },
  {
    id: 'green-tea',
    type: 'other',
    en: ['green tea'],
    he: ['תה ירוק'],
    forms: [
      { state: null, usda: '14278', calories: 1, protein: 0.22, carbs: 0, fat: 0, portions: { cup: 245 } },
    ],
  },
  {
    id: 'water',
    type: 'other',
    en: ['water', 'mineral water'],
    he: ['מים', 'מיים'],
    forms: [
      { state: null, usda: '14555', calories: 0, protein: 0, carbs: 0, fat: 0, portions: { cup: 237 } },
    ],
  },
]
