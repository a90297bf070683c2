import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redact } from '../../shared/redact.ts'
import { describeWith, sharedLines } from '../corpora.ts'

const LABEL = /\[(?:email|phone|card|id|iban|ip|token)\]/g

test.each([
  // e-mail
  ['mail me at Ann.Lee+shop@mail.example.co.uk, please', 'mail me at [email], please'],
  ['我的邮箱是maria@163.com，没收到验证码', '我的邮箱是[email]，没收到验证码'],
  ['请发到123456789@qq.com谢谢', '请发到[email]谢谢'],
  ['ｍａｒｉａ＠１６３．ｃｏｍ 收不到', '[email] 收不到'],
  ['пишите на иван@почта.рф или josé@example.com', 'пишите на [email] или [email]'],
  ["<o'neil@example.com>", '<[email]>'],
  ['mailto:a@b.co?subject=x', 'mailto:[email]?subject=x'],
  ['12 34abc@example.com', '12 [email]'],
  // phones
  ['call me at 139 6525 2297 or 13870187222', 'call me at [phone] or [phone]'],
  ['手机１３８９４４８１０９８换绑', '手机[phone]换绑'],
  ['+86 13914340734, 008615907177042, 86-13914340734', '[phone], [phone], [phone]'],
  ['اتصل بي ‎+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', 'اتصل بي ‎[phone]'],
  ['电话：(021) 27153770请回电', '电话：[phone]请回电'],
  ['+49 (0)151 76837203 / +33 6 32 90 89 14', '[phone] / [phone]'],
  ['06 32 90 89 14 or 020 7946 0958', '[phone] or [phone]'],
  ['(281) 930-7664 and 323.673.6150', '[phone] and [phone]'],
  ['1‑323‑673‑6150 with other dashes', '[phone] with other dashes'],
  ['138\u200b0013\u200b8000', '[phone]'],
  ['tel 5551234', 'tel [phone]'],
  ['13800138000 13900139000', '[phone] [phone]'],
  // cards
  ['my card 4111 1111 1111 1111 was declined', 'my card [card] was declined'],
  ['3782-822463-10005 and 6011000990139424', '[card] and [card]'],
  ['５５５５５５５５５５５５４４４４', '[card]'],
  ['2223003122003222', '[card]'],
  // ids and accounts
  ['身份证号11010519491231002X实名认证失败', '身份证号[id]实名认证失败'],
  ['ID11010519491231002x', 'ID[id]'],
  ['DE89 3704 0044 0532 0130 00 has it gone there?', '[iban] has it gone there?'],
  ['pay to gb82west12345698765432 now', 'pay to [iban] now'],
  ['PL61 1090 1014 0000 0712 1981 2874 from me', '[iban] from me'],
  // links and tokens
  ['https://ann:secret@shop.example/a', 'https://[token]@shop.example/a'],
  ['https://shop.example/reset?token=abc&u=1. It fails', 'https://shop.example/reset?[token]. It fails'],
  ['https://shop.example/cb#access_token=abc打不开', 'https://shop.example/cb#[token]打不开'],
  ['shop.example/reset?key=abc', 'shop.example/reset?[token]'],
  ['Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'Bearer [token]'],
  ['key 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b', 'key [token]'],
  ['sk_live_51HqZ2eKv7Yp3Xw9Lm4Rt6', '[token]'],
  // addresses of machines
  ['blocked from 100.191.14.66, and 2001:db8:6700::378', 'blocked from [ip], and [ip]'],
])('%j becomes %j', (text, redacted) => {
  expect(redact(text)).toBe(redacted)
})

test.each([
  'how to cancel @ checkout',
  'support@ or user@ or @ann on lit@3.3.3',
  'where is order #4111111111111111',
  '订单号4111111111111111怎么查',
  'order number: 13912345678',
  'SO-1391234567 and SF1391234567890 and 1Z999AA10123456784',
  'YT1Z9022630920439720',
  'version 12.14.121.243, 8.20.24, v1.2.3-beta.4, firmware 110.19.104.178',
  'my router is 192.168.178.111, and 127.0.0.1 works',
  'refund of $15774.00, ¥99999999, 100000000000 won, call about $1299.99',
  'between 2026-11-22 13:45:10 and 01.02.2026 12:30, or 22/11/2026 2026',
  '20260108122680 and 1762000000 and 1762000000000',
  'error code 0x80070005, E1234567, id 123e4567-e89b-12d3-a456-426614174000',
  'ISBN 978-7-111-12345-6, EAN 4006381333931, ISO 9001:2015, RFC 2822',
  'iPhone 15 Pro Max 256, WH-1000XM5, RTX 4090, 3840 x 2160, 00:1b:44:11:3a:b7',
  '400-800-8888 是你们的客服电话吗',
  'how-to-return-a-parcel-within-14-days-of-2026',
  'https://shop.example/help/returns-2026#shipping',
  '7天无理由退货, 1-2-3 steps, visa ending in 4242, the 6 digit code 123456',
  '4111111111111112 is no card, 110105194912310021 is no id, DE89370400440532013001 is no account',
])('%j stays as it is', (text) => {
  expect(redact(text)).toBe(text)
})

describe('whatever the text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        '13800138000',
        'a@b.co',
        '4111 1111 1111 1111',
        '[phone]',
        '[',
        ']',
        '+86',
        '00',
        'tel ',
        'order ',
        '订单号',
        '订单',
      ],
      ...[
        '://',
        '?',
        '#',
        '=',
        '.com/',
        '0151 ',
        '(281) 930-7664',
        '11010519491231002X',
        '100.191.14.66',
        '2001:db8::1',
      ],
      ...[
        'DE89 3704 0044 0532 0130 00',
        '9f86d081884c7d659a2feaa0c55ad015',
        '客服',
        ' ',
        '-',
        '.',
        '@',
        'x',
        '１',
        '\u200b',
        '，',
      ],
    ),
    fc.stringMatching(/^\d{1,12}$/),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
  const runs = { numRuns: 3000 }

  test('a second time takes out nothing more', () => {
    fc.assert(
      fc.property(text, (text) => {
        expect(redact(redact(text))).toBe(redact(text))
      }),
      runs,
    )
  })

  test('what is not taken out keeps its form and its order, and a label is all that is added', () => {
    fc.assert(
      fc.property(text, (text) => {
        let at = 0
        for (const kept of redact(text).split(LABEL)) {
          expect(text.indexOf(kept, at)).toBeGreaterThanOrEqual(at)
          at = text.indexOf(kept, at) + kept.length
        }
      }),
      runs,
    )
  })
})

test('twice the text takes twice the time, not four times', () => {
  const units = [
    '1',
    '1 ',
    'a',
    'a.',
    'a@',
    '@',
    '13800138000 ',
    '://',
    '://a?',
    '[',
    'a1b2',
    'DE89 ',
    '1.1.1.1',
    '2001:',
    '+(',
    '客',
    '-',
    '.a',
  ]
  const milliseconds = (text: string) => {
    const start = performance.now()
    redact(text)
    return performance.now() - start
  }
  for (const unit of units) {
    const long = unit.repeat(200_000 / unit.length)
    redact(long.slice(0, 2_000))
    expect(milliseconds(long), `for ${JSON.stringify(unit)}`).toBeLessThan(2_000)
  }
})

describeWith('corpora/pii.jsonl', 'measured', () => {
  interface Row {
    readonly type: string
    readonly text: string
    readonly pii: boolean
    readonly value?: string
  }
  const rows = () => sharedLines<Row>('corpora/pii.jsonl')

  test('finds at least 99 of 100', () => {
    const personal = rows().filter(({ pii }) => pii)
    const missed = personal.filter(({ text, value = '' }) => redact(text).includes(value))
    expect(personal.length).toBeGreaterThan(200)
    expect(missed.length / personal.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.01)
  })

  test('takes at most 2 of 100 for personal that are not', () => {
    const plain = rows().filter(({ pii }) => !pii)
    const wrong = plain.filter(({ text }) => redact(text) !== text)
    expect(plain.length).toBeGreaterThan(100)
    expect(wrong.length / plain.length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.02)
  })
})
