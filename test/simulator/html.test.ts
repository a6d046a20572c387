import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseHtml } from '../../src/simulator/html/parse.ts'
import { escapeHtml, toHtml } from '../../src/simulator/html/render.ts'

const at = (type: string, offset: number, length: number, more: object = {}) => ({
  type,
  offset,
  length,
  ...more,
})

describe('what Telegram takes', () => {
  test.each([
    ['plain', 'plain', []],
    ['<b>bold</b> <i>italic</i>', 'bold italic', [at('bold', 0, 4), at('italic', 5, 6)]],
    ['<B>caps</B>', 'caps', [at('bold', 0, 4)]],
    [
      '<strong>a</strong><em>b</em><ins>c</ins><del>d</del><strike>e</strike>',
      'abcde',
      [at('bold', 0, 1), at('italic', 1, 1), at('underline', 2, 1), at('strikethrough', 3, 2)],
    ],
    ['<b>a<i>b</i></b>', 'ab', [at('bold', 0, 2), at('italic', 1, 1)]],
    ['<tg-spoiler>x</tg-spoiler><span class="tg-spoiler">y</span>', 'xy', [at('spoiler', 0, 2)]],
    ['💪 <b>🏋️</b>', '💪 🏋️', [at('bold', 3, 3)]],
    ['&lt;b&gt; &amp; &quot; &#39; &#x1F4AA; &nbsp; &', `<b> & " ' 💪 &nbsp; &`, []],
    [
      '<a href="https://example.org/?a=1&amp;b=2">x</a>',
      'x',
      [at('text_link', 0, 1, { url: 'https://example.org/?a=1&b=2' })],
    ],
    ['<a href="not a link">x</a>', 'x', []],
    ['<code>a</code><pre>b</pre>', 'ab', [at('code', 0, 1), at('pre', 1, 1)]],
    ['<pre><code class="language-ts">b</code></pre>', 'b', [at('pre', 0, 1, { language: 'ts' })]],
    ['<blockquote>q</blockquote>', 'q', [at('blockquote', 0, 1)]],
    ['<blockquote expandable>q</blockquote>', 'q', [at('expandable_blockquote', 0, 1)]],
    [
      '<tg-time unix="1700000000" format="wDt">soon</tg-time>',
      'soon',
      [at('date_time', 0, 4, { unix_time: 1700000000, date_time_format: 'wDt' })],
    ],
    [
      '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
      '👍',
      [at('custom_emoji', 0, 2, { custom_emoji_id: '5368324170671202286' })],
    ],
    ['  <b>in</b>  ', 'in', [at('bold', 0, 2)]],
    ['<b> in</b>', ' in', [at('bold', 0, 3)]],
    ['<b></b>x', 'x', []],
    ['<b>x</>', 'x', [at('bold', 0, 1)]],
    ['a\r\nb\u0007c', 'a\nb c', []],
  ])('%s', (html, text, entities) => {
    expect(parseHtml(html)).toEqual({ text, entities })
  })
})

describe('what Telegram refuses', () => {
  test.each([
    ['a<br>b', 'Unsupported start tag "br" at byte offset 1'],
    ['привет <p>', 'Unsupported start tag "p" at byte offset 13'],
    ['1 < 2', 'Unsupported start tag "" at byte offset 2'],
    ['1 <2', 'Unclosed start tag at byte offset 2'],
    ['<b>open', `Can't find end tag corresponding to start tag "b"`],
    ['<b><i>x</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<a href=x"y>z</a>', 'Unexpected end of name token at byte offset 8'],
    ['<a ="y">z</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<tg-time unix="1" format="x">z</tg-time>', 'Invalid date format used'],
    [
      '&#xd800;',
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    ],
  ])('%s', (html, words) => {
    expect(() => parseHtml(html)).toThrow(`Bad Request: can't parse entities: ${words}`)
  })
})

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
const rough = fc.string({
  unit: fc.constantFrom('<', '>', '&', '"', "'", '/', ';', '#', 'b', 'lt', ' ', 'א', '💪', '='),
})

test('10,000 escaped names are read back as they were, with bold where it stood', () => {
  const word = fc
    .oneof(name, rough)
    .filter((value) => value.isWellFormed() && !/\p{Cc}/u.test(value) && value.trim() !== '')
  fc.assert(
    fc.property(word, (value) => {
      const { text, entities } = parseHtml(`Hi <b>${escapeHtml(value)}</b>!`)
      expect(text).toBe(`Hi ${value}!`)
      expect(entities).toEqual([at('bold', 3, value.length)])
    }),
    { numRuns: 10_000 },
  )
})

test('formatting that crosses is shown in pieces', () => {
  const crossing = [at('spoiler', 0, 2), at('bold', 1, 2), at('italic', 1, 3)]
  expect(toHtml('abcd', crossing)).toBe('<tg-spoiler>a<i><b>b</b></i></tg-spoiler><i><b>c</b>d</i>')
})

test('what is shown reads back as the same text and entities', () => {
  const leaf = fc.constantFrom('a', ' b ', '💪', 'שלום', '&lt;', 'x\ny')
  const tag = fc.constantFrom('b', 'i', 'u', 's', 'tg-spoiler', 'blockquote', 'code')
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.tuple(tag, tie('tree')).map(([name, inner]) => `<${name}>${inner}</${name}>`),
      fc.tuple(tie('tree'), tie('tree')).map(([left, right]) => left + right),
    ),
  }))
  fc.assert(
    fc.property(tree, (html) => {
      const read = parseHtml(`.${html}.`)
      expect(parseHtml(toHtml(read.text, read.entities))).toEqual(read)
    }),
    { numRuns: 2000 },
  )
})

/** `parsed` when every entity lies within the text, else the refusal. */
function fateOf(markup: string): string {
  try {
    const { text, entities } = parseHtml(markup)
    const inside = entities.every(({ offset, length }) => offset + length <= text.length)
    return inside ? 'parsed' : 'an entity beyond the text'
  } catch (error) {
    return String(error)
  }
}

test('random markup either parses or is refused in words, never breaks', () => {
  const part = fc.constantFrom(
    '<',
    '</',
    '>',
    'b',
    'a',
    ' href',
    '=',
    '"',
    '&',
    '#',
    'x',
    ';',
    'span',
    'tg-time',
    '\n',
    '💪',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      expect(fateOf(parts.join(''))).toMatch(/^(parsed|.*can't parse entities.*)$/)
    }),
    { numRuns: 5000 },
  )
})
