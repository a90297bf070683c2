// Takes personal data out of what visitors write: in the browser before it leaves the page, on the server before it is
// written. It goes by form, and by check digits where there are some: e-mail and IP addresses, phone numbers, payment cards,
// Chinese resident ids, IBANs, secrets in links, tokens. Names and streets have no form: they stay.

/** Where something begins in a match, how long it is, and what it is. */
type Find = readonly [start: number, length: number, label: string]
/** `before` is what stands in front of the match. */
type Judge = (match: string, before: string) => readonly Find[]

/** The text with `[email]`, `[phone]`, `[card]`, `[id]`, `[iban]`, `[ip]` or `[token]` in the places of personal data. */
export function redact(text: string): string {
  let before = text
  let redacted = redactOnce(before)
  // what is taken out of the middle may bring something together that was apart
  for (let round = 1; redacted !== before && round < MOST_ROUNDS; round++) {
    before = redacted
    redacted = redactOnce(before)
  }
  return redacted
}

/** So that no text, however made, takes long. */
const MOST_ROUNDS = 6

function redactOnce(text: string): string {
  const finds: Find[] = []
  let left = fold(text)
  for (const [pattern, judge] of rules) {
    left = left.replace(pattern, (match: string, at: number) => {
      let blanked = ''
      let done = 0
      for (const [start, length, label] of judge(match, left.slice(Math.max(0, at - 32), at))) {
        finds.push([at + start, length, label])
        blanked += match.slice(done, start) + TAKEN.repeat(length)
        done = start + length
      }
      return blanked + match.slice(done)
    })
  }
  let redacted = ''
  let done = 0
  for (const [start, length, label] of finds.sort((one, other) => one[0] - other[0])) {
    redacted += `${text.slice(done, start)}[${label}]`
    done = start + length
  }
  return redacted + text.slice(done)
}

/** What later rules see of what earlier ones took. */
const TAKEN = '\0'

const whole =
  (label: string): Judge =>
  (match) => [[0, match.length, label]]

/** In this order. No pattern looks at a place of the text more than a fixed number of times. */
const rules: readonly (readonly [RegExp, Judge])[] = [
  [/(?::\/\/|\.[a-z]{2,24}\/)[!-~]+/gi, secretsOfLink],
  // before an @, Chinese, Japanese and Korean are the sentence, unless nothing else would be left of the name
  [
    /(?:[\w.%+'\u00c0-\u0dff-]{1,64}|[\u3040-\ud7a3]{1,8}\d{0,4})@(?:[\p{L}\p{N}-]{1,63}\.){1,5}(?:[a-z]{2,24}|[\u0400-\u2e7f]{2,12}|\p{L}{2})/giu,
    whole('email'),
  ],
  [/eyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]+)?/g, whole('token')],
  [/[\w-]{20,}/g, (match) => (isToken(match) ? [[0, match.length, 'token']] : [])],
  [/\b[a-z]{2}\d\d(?:[ -]?[\da-z]{4}){2,7}(?:[ -]?[\da-z]{1,3}\b)?/gi, ibanIn],
  [
    /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)|\b[23][\da-f]{3}:[\da-f:]{2,34}/gi,
    (match, before) => (isVisitorsAddress(match, before) ? [[0, match.length, 'ip']] : []),
  ],
  [/[+(]{0,3}\d(?:[ .()/-]{0,3}\d)*x?/gi, numbersIn],
]

/** As plain as finding needs it, each character in its place: wide letters, Arabic digits, all kinds of dashes and spaces. */
function fold(text: string): string {
  return text
    .replace(/[\uff08\uff09\uff0b\uff0d-\uff19\uff20-\uff3a\uff3f\uff41-\uff5a]/g, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
    )
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\u200b-\u2015\u202a-\u202e\u2060-\u2069\u2212\ufeff\u00ad]/g, '-')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000\t]/g, ' ')
}

/** The user and password of a link, and what follows its path. */
function secretsOfLink(link: string): readonly Find[] {
  const finds: Find[] = []
  const user = /^:\/\/([^/?#]+)@/.exec(link)?.[1]
  if (user) finds.push([3, user.length, 'token'])
  const query = /(?:\?|#(?=.*=))(.*[^.,;:!?'")])/.exec(link)
  if (query) finds.push([query.index + 1, query[1]!.length, 'token'])
  return finds
}

/** Digits and letters take turns more often than in words, order numbers and models. A UUID names a request or an error. */
function isToken(text: string): boolean {
  return (text.match(/[a-z]\d/gi)?.length ?? 0) > 3 && !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
}

/** The longest that its check digits confirm: the words after it may look like more of it. */
function ibanIn(match: string): readonly Find[] {
  for (let end = match.length; end > 14; end--) {
    const iban = match.slice(0, end).replace(/[ -]/g, '')
    if (/\w/.test(match[end] ?? '') || iban.length > 34) continue
    const moved = [...(iban.slice(4) + iban.slice(0, 4))]
    const rest = moved.reduce((sum, char) => (sum * (char > '9' ? 100 : 10) + parseInt(char, 36)) % 97, 0)
    if (rest === 1 && iban.length > 14) return [[0, end, 'iban']]
  }
  return []
}

/** Not that of a home network or of a machine itself, and not a version number. */
function isVisitorsAddress(match: string, before: string): boolean {
  if (match.includes(':')) return /::./.test(match) || match.split(':').length === 8
  return (
    match.length > 9 &&
    match.split('.').every((part) => Number(part) < 256) &&
    !/^(?:0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168|2[2-5]\d)\./.test(match) &&
    !/(?:v|ver|version|build|release|firmware|版本号?|固件|升级到)[\s:.]*$/i.test(before)
  )
}

/** The numbers of a row of digits that mean somebody. */
function numbersIn(row: string, before: string): readonly Find[] {
  const groups = [...row.matchAll(/[+(]{0,3}\d+x?/gi)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
  }))
  const finds: Find[] = []
  for (let first = 0; first < groups.length; first++) {
    const { start } = groups[first]!
    for (let last = Math.min(groups.length, first + 8) - 1; last >= first; last--) {
      const { end } = groups[last]!
      const label = end - start < 40 && kindOf(row.slice(start, end), first === 0 ? before : '')
      if (!label) continue
      finds.push([start, end - start, label])
      first = last
      break
    }
  }
  return finds
}

/** Directly after these a number is what they say. The zero character and the bracket stand for what was taken. */
const ordered =
  /(?:order|track(?:ing)?|invoice|ticket|parcel|serial|[单單]号?|編號|编号|订单号码|#)(?:\s*(?:no|nr|number|id|code))?[\s.:：#是为]*$/i
const called =
  /(?:phone|mobile|cell|\btel|\bcall|\btext|\bsms|whatsapp|fax|手机|手機|电话|電話|联系|聯絡|致电|휴대폰|전화|携帯|telef|téléf|handy|móvil|celular|هاتف|جوال)[^\d\0\]]{0,16}$/i
/** A letter that belongs to the number, as of a parcel; not a word that announces it. */
const lettered = /[a-z_]-?$/i
const announced = /(?:tel|phone|mobile|cell|fax|call|card|visa|id|whatsapp|at|is|to)-?$/i

function kindOf(text: string, before: string): string | undefined {
  const digits = text.replace(/[^\dx]/gi, '')
  if (digits.length < 7) return undefined
  if (isResidentId(digits)) return 'id'
  if (lettered.test(before) && !announced.test(before)) return undefined
  const isLabelled = ordered.test(before) && text === digits
  if (isLabelled) return undefined
  if (isCard(digits)) return 'card'
  return isPhone(text, digits, before) ? 'phone' : undefined
}

/** GB 11643: region, day of birth, and a check digit by ISO 7064 MOD 11-2. */
function isResidentId(digits: string): boolean {
  return (
    /^[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dx]$/i.test(digits) &&
    [...digits].reduce((sum, digit) => (2 * sum + (digit > '9' ? 10 : Number(digit))) % 11, 0) === 1
  )
}

/** Beginning and length of a network's cards, and the check digit (Luhn). */
function isCard(digits: string): boolean {
  const isOfNetwork =
    /^(?:4(?:\d{15}|\d{18})|5[1-5]\d{14}|2(?:20[0-4]|22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|35[2-8]\d{13}|6(?:011|4[4-9]\d|5\d\d)\d{12}|62\d{14,17}|(?:5018|50[23]\d|6304|6759|676[1-3])\d{8,15}|9558\d{15})$/
  const sum = (total: number, digit: string, i: number) => {
    const value = (digits.length - i) % 2 ? Number(digit) : 2 * Number(digit)
    return total + value - (value > 9 ? 9 : 0)
  }
  return isOfNetwork.test(digits) && [...digits].reduce(sum, 0) % 10 === 0
}

function isPhone(text: string, digits: string, before: string): boolean {
  const { length } = digits
  if (/^\(?[48]00[ -]?\d{3}[ -]?\d{4}$/.test(text)) return false // a company's
  if (/^[+(]*\+|^00[1-9]/.test(text))
    return !/\d$/.test(before) && length > 7 && length < (text.includes(' ') ? 15 : 18)
  return (
    /^\(?(?:86\)?[ -]?)?1[3-9]\d([ .-]?)\d{4}\1\d{4}$/.test(text) ||
    (length > (text === digits ? 9 : 8) &&
      /^\(?0[1-9]\d{0,3}\)?[ /-]{0,2}\d{3,4}[ -]?\d{3,4}$|^0[1-9](?:([ .-]?)\d\d)(?:\1\d\d){3}$/.test(text)) ||
    /^(?:1[ .-])?(?:\([2-9]\d\d\)[ -]?|[2-9]\d\d[ .-])\d{3}[ .-]\d{4}$/.test(text) ||
    (length < 16 && called.test(before) && !/\d\.\d{1,2}$|^(?:19|20)\d\d([./-])/.test(text))
  )
}
