const now = String.raw`(?:just|already|also|now|only)\s+`
const english = String.raw`(?:i(?:['’]ve|\s+have)?\s+)?(?:${now})*(?:ate|eaten|had|drank|drunk)(?:\s+(?:just|already|also|now))*`
const hebrewNow = String.raw`(?:כבר|עכשיו|הרגע|רק|גם)`
const hebrew = String.raw`(?:אני\s+)?(?:${hebrewNow}\s+)*(?:אכלתי|שתיתי|אכלנו)(?:\s+${hebrewNow})*`
const beginning = new RegExp(String.raw`^(?:${english}|${hebrew})(?:\s*[:,–—-]\s*|\s+)(?=\S)`, 'iu')
/** What names no food: `ate it` stays whole. */
const pronoun =
  /^(?:it|that|this|them|nothing|everything|all|well|enough|too|a\s+lot|כלום|הכול|הכל|את\s|אותו|אותה|זה|טוב|מספיק|יותר|הרבה)(?![\p{L}\p{N}])/iu

/** `I just ate 2 eggs` without its beginning: `2 eggs`; unchanged where no food would be left. */
export function withoutAte(text: string): string {
  const rest = text.replace(beginning, '')
  return /\p{L}/u.test(rest) && !pronoun.test(rest) ? rest : text
}

/** Whether a word of eating or drinking is in it, in either language. */
export const saysAte = (text: string): boolean =>
  /(?<!\p{L})(?:ate|eaten|drank|[וש]?(?:אכלתי|אכלנו|שתיתי))(?!\p{L})/iu.test(text)
