import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MarkdownError, plainText, renderMarkdown } from '../../shared/markdown.ts'
import { allowedAttributes, allowedTags } from '../../shared/safe-html.ts'
import { describeWith, sharedFile, sharedLines } from '../corpora.ts'
import { readFileSync } from 'node:fs'

const TOKEN = /[^<]+|<\/([a-z][a-z0-9]*)>|<([a-z][a-z0-9]*)((?: [a-z]+(?:="[^"<>]*")?)*)(?: \/)?>/y
const ATTRIBUTE = / ([a-z]+)(?:="([^"<>]*)")?/g

/**
 * Everything in the HTML that could run, load or lead where it should not: whatever is no text, no allowed tag with
 * allowed attributes, and no link to an allowed scheme. It knows nothing of how the HTML was made.
 */
function faults(html: string): string[] {
  const found: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < html.length) {
    const at = TOKEN.lastIndex
    const token = TOKEN.exec(html)
    if (!token) return [...found, `no HTML of ours: ${html.slice(at, at + 60)}`]
    const [, closed, opened, attributes = ''] = token
    const tag = opened ?? closed
    if (tag !== undefined && !allowedTags.some((allowed) => allowed === tag)) found.push(`<${tag}>`)
    for (const [, name = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
      if (!allowedAttributes[tag ?? '']?.includes(name)) found.push(`${tag} ${name}`)
      if ((name === 'href' || name === 'src') && !isSafeAddress(name, value)) found.push(`${name}=${value}`)
    }
  }
  return found
}

function isSafeAddress(name: string, value: string): boolean {
  const address = value
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&(?:colon|Tab|NewLine);/g, (entity) => (entity === '&colon;' ? ':' : ''))
    .replaceAll('&amp;', '&')
    .replace(/[\p{Cc} ]/gu, '') // browsers leave control characters and spaces out
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase()
  if (address.startsWith('//')) return false
  return scheme === undefined || (name === 'src' ? ['https'] : ['https', 'http', 'mailto', 'tel']).includes(scheme)
}

test('the judge of these tests sees what it is to see', () => {
  for (const html of [
    ...[
      '<script>',
      '<p onclick="x">',
      '<a href="javascript:x">',
      '<a href="java&#9;script:x">',
      '<img src="http://x">',
    ],
    ...['<img src="data:image/svg+xml,x">', '<p style="x">', '<p', '<p id=x>', '<a href="//x">', '<IMG src="x">'],
  ]) {
    expect(faults(html), html).not.toEqual([])
  }
  expect(faults('<p>a &lt; b</p><a href="https://x" rel="y">c</a><br />')).toEqual([])
})

describe('an answer', () => {
  test('has the formatting of GitHub’s Markdown', () => {
    const html = renderMarkdown(
      '# Title\n\n**bold** ~~gone~~ `code`\n\n- one\n- two\n\n| a | b |\n|---|--:|\n| 1 | 2 |',
    )
    for (const part of ['<h1>Title</h1>', '<strong>bold</strong>', '<del>gone</del>', '<code>code</code>']) {
      expect(html).toContain(part)
    }
    expect(html).toContain('<li>one</li>')
    expect(html).toContain('<td align="right">2</td>')
  })

  test('opens links apart, without telling where from', () => {
    expect(renderMarkdown('[a](https://x.example "t")')).toBe(
      '<p><a href="https://x.example" title="t" target="_blank" rel="noopener noreferrer">a</a></p>',
    )
  })

  test('shows pictures over HTTPS only, without telling where', () => {
    const html = renderMarkdown(
      '![a](https://x.example/a.png) ![b](http://x.example/b.png) ![c](data:image/png;base64,x)',
    )
    expect(html).toContain('src="https://x.example/a.png"')
    expect(html).toContain('referrerpolicy="no-referrer"')
    expect(html).not.toContain('http://x')
    expect(html).not.toContain('data:')
  })

  test('may hold HTML that only formats', () => {
    expect(renderMarkdown('<details open><summary>More</summary>text</details>')).toBe(
      '<details open><summary>More</summary>text</details>',
    )
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '[a](JaVa\tScRiPt:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '<a href="vbscript:x">a</a>',
    '<a href="//evil.example">a</a>',
    '<svg><script>alert(1)</script></svg>',
    '<iframe src="https://x.example"></iframe>',
    '<p style="position:fixed" class="x" id="y">a</p>',
    '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
    '<form action="https://x.example"><input name="a"></form>',
  ])('never holds anything that runs: %s', (markdown) => {
    expect(faults(renderMarkdown(markdown))).toEqual([])
  })

  test('of any characters is safe', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(...'<>"\'`=/&;:#()[]!\\\n*_~|- axs', 'script', 'href', 'on'),
      maxLength: 60,
    })
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (markdown) => {
        expect(faults(renderMarkdown(markdown))).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  test.each(['> ', '- ', '1. ', '>', '* > '])('that nests %j too deeply is refused with a sentence', (unit) => {
    expect(() => renderMarkdown(unit.repeat(5_000))).toThrow(MarkdownError)
    expect(() => renderMarkdown(unit.repeat(5_000))).toThrow(/deep/)
    expect(renderMarkdown(`${unit.repeat(20)}x`)).toContain('x')
  })
})

describe('the plain text of an answer', () => {
  test('is what one reads, with references read once', () => {
    expect(plainText(renderMarkdown('a &amp;lt; b &lt; c'))).toBe('a &lt; b < c')
    expect(plainText('<p>&amp;amp; &quot;x&quot; &#39;</p>')).toBe('&amp; "x" \'')
  })

  test('keeps words of neighbouring blocks and cells apart', () => {
    const text = plainText(
      renderMarkdown('# One\nTwo<br>Three\n\n- Four\n- Five\n\n| Six | Seven |\n|--|--|\n| 8 | 9 |'),
    )
    expect(text.split(/\s+/)).toEqual(['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', '8', '9'])
  })

  test('gives back any text that was escaped', () => {
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab<>&;"\'ltgamp#39退') }), (text) => {
        expect(plainText(`<p>${escaped(text)}</p>`)).toBe(text)
      }),
      { numRuns: 500 },
    )
  })
})

describeWith('corpora/xss.dev.jsonl', 'known attacks', () => {
  test('are all harmless as answers', () => {
    const attacks = sharedLines<{ id: string; payload: string }>('corpora/xss.dev.jsonl')
    const harmful = attacks.flatMap(({ id, payload }) => (faults(renderMarkdown(payload)).length > 0 ? [id] : []))
    expect(harmful).toEqual([])
  })
})

describeWith('corpora/markdown.jsonl', 'Markdown of other parsers’ suites', () => {
  test('is rendered to nothing harmful, or refused', () => {
    const harmful: string[] = []
    for (const { id, input } of sharedLines<{ id: string; input: string }>('corpora/markdown.jsonl')) {
      const html = rendered(input.slice(0, 20_000))
      if (html !== null && faults(html).length > 0) harmful.push(id)
    }
    expect(harmful).toEqual([])
  })
})

describeWith('corpora/markdown-pathological.json', 'Markdown made to hang parsers', () => {
  const file = readFileSync(sharedFile('corpora/markdown-pathological.json'), 'utf8')
  const generators = JSON.parse(file) as { name: string; prefix: string; unit: string; n: number; suffix: string }[]

  test.each(generators)(
    '$name is rendered or refused',
    ({ prefix, unit, n, suffix }) => {
      const html = rendered(
        (prefix + unit.repeat(Math.min(n, Math.ceil(10_000 / Math.max(1, unit.length)))) + suffix).slice(0, 20_000),
      )
      if (html !== null) expect(faults(html)).toEqual([])
    },
    20_000,
  )
})

/** The HTML, or null where the Markdown is refused as it should be. */
function rendered(markdown: string): string | null {
  try {
    return renderMarkdown(markdown)
  } catch (error) {
    if (error instanceof MarkdownError) return null
    throw error
  }
}
