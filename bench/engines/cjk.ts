// The terms that users of peers without Chinese are told to make: overlapping pairs of characters.
const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu
const HAN = /\p{Script=Han}/u

/** Words of letters and digits as they are, runs of Chinese as overlapping pairs. */
export function pairs(text: string): string[] {
  return runs(text).flatMap((run) => (HAN.test(run) && [...run].length > 1 ? overlapping([...run]) : [run]))
}

/** The same with each character beside its pairs. */
export function charactersAndPairs(text: string): string[] {
  return runs(text).flatMap((run) =>
    HAN.test(run) && [...run].length > 1 ? [...run, ...overlapping([...run])] : [run],
  )
}

function runs(text: string): string[] {
  return [...text.toLowerCase().matchAll(RUN)].map(([run]) => run)
}

function overlapping(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, i) => (characters[i] ?? '') + character)
}
