const LONGEST_LINE = 100
const NAME = /^[A-Za-z_$][\w$]*$/

/** JSON as it is written in a program. What is too long for a line has one for each of its properties. */
export function literal(value: unknown, indent = ''): string {
  const line = inline(value)
  if (typeof value !== 'object' || value === null || line.length + indent.length <= LONGEST_LINE) return line
  const deeper = `${indent}  `
  const rows = Array.isArray(value)
    ? value.map((item) => literal(item, deeper))
    : Object.entries(value).map(([key, item]) => `${keyOf(key)}: ${literal(item, deeper)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${rows.map((row) => `${deeper}${row},\n`).join('')}${indent}${close}`
}

/** The same on one line, however long that is. */
export function inline(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(JSON.stringify(value))
  const properties = Object.entries(value).map(([key, item]) => `${keyOf(key)}: ${inline(item)}`)
  return properties.length === 0 ? '{}' : `{ ${properties.join(', ')} }`
}

/** In single quotes. JSON's escapes are JavaScript's. */
function quote(text: string): string {
  const json = JSON.stringify(text)
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

// `__proto__: …` would be no property.
const keyOf = (key: string) => (key === '__proto__' ? `['${key}']` : NAME.test(key) ? key : quote(key))
