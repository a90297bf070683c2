// JSON as the server reads it, whatever the page has done to built-ins.

/** JSON of plain data. Old prototype.js gives arrays and strings a `toJSON`, with which `JSON.stringify` writes something else. */
export function plainJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plainJson).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) // of a primitive, no toJSON is asked
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${plainJson(member)}`).join()}}`
}
