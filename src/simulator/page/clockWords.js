const english = {
  lang: 'en',
  dir: 'ltr',
  locale: 'en-GB',
  clock: 'Clock',
  moving: 'Time is moving',
  quarter: '+15\u00a0min',
  hour: '+1\u00a0h',
  reminder: 'Next reminder',
  tomorrow: 'Tomorrow 07:00',
}

const hebrew = {
  lang: 'he',
  dir: 'rtl',
  locale: 'he',
  clock: 'שעון',
  moving: 'הזמן מתקדם',
  quarter: '15\u00a0דק׳ קדימה',
  hour: 'שעה קדימה',
  reminder: 'התזכורת הבאה',
  tomorrow: 'מחר 07:00',
}

/** The clock's own words, in the language of whoever's phone is looked at. */
export const clockWords = (language) => (language?.startsWith('he') ? hebrew : english)
