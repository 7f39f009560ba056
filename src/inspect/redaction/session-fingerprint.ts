/** Tells what is no JSON from everything else by its identity. */
type NameOf = (value: object | symbol) => string

/** A counter of identities. It keeps no object alive. */
export function createNames(): NameOf {
  const objects = new WeakMap<object, number>()
  const symbols = new Map<symbol, number>()
  let count = 0
  return (value) => {
    const names: { get(key: unknown): number | undefined; set(key: unknown, name: number): unknown } =
      typeof value === 'symbol' ? symbols : objects
    const name = names.get(value) ?? ++count
    names.set(value, name)
    return `#${name}`
  }
}

/**
 * A text that two sessions have in common if and only if `saysTheSame` says so of them: looked up in a map, a session
 * need not be compared with all that came before.
 *
 * @throws what a getter of the session throws, and RangeError for one that holds itself.
 */
export function fingerprint(session: object, nameOf: NameOf): string {
  return print({ ...session, expires: null }, nameOf)
}

function print(value: unknown, nameOf: NameOf): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'symbol' || typeof value === 'function') return nameOf(value)
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : String(value)
  if (value instanceof Date) return `@${+value}`
  if (!isMadeOfProperties(value)) return nameOf(value)
  const properties = Object.keys(value)
    .filter((key) => key !== '__proto__')
    .sort()
    .map((key) => `${JSON.stringify(key)}:${print((value as Record<string, unknown>)[key], nameOf)}`)
  return Array.isArray(value) ? `[${properties}]` : `{${properties}}`
}

function isMadeOfProperties(value: object): boolean {
  if (Array.isArray(value)) return true
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
