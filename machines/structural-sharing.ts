type Json = Record<string, unknown>

/** Whether it is made of properties: a `Date` or a `Map`, which a Server Component may pass, is not. */
function isObject(value: unknown): value is Json {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null
}
const isSame = (a: unknown, b: unknown) =>
  Object.is(a, b) || (a instanceof Date && b instanceof Date && Object.is(+a, +b))
// Such a key in a server's answer is no property of ours to set.
const keysOf = (value: Json) => Object.keys(value).filter((key) => key !== '__proto__')

/**
 * `next`, built from the parts of `previous` that did not change, so that equal answers keep their identity
 * and nobody renders for them. For JSON values.
 */
export function shareStructure<T>(previous: unknown, next: T): T {
  if (isSame(previous, next)) return previous as T
  if (!isObject(previous) || !isObject(next) || Array.isArray(previous) !== Array.isArray(next)) return next

  const keys = keysOf(next)
  const shared: Json = Array.isArray(next) ? ([] as unknown as Json) : {}
  let same = keys.length === keysOf(previous).length
  for (const key of keys) {
    shared[key] = shareStructure(previous[key], next[key])
    same &&= key in previous && Object.is(shared[key], previous[key])
  }
  return (same ? previous : shared) as T
}

/** Whether two sessions say the same. `expires` moves with every read and is not counted. */
export function saysTheSame(a: Json | null | undefined, b: Json | null): boolean {
  if (!a || !b) return a === b
  const previous = { ...a, expires: null }
  return shareStructure(previous, { ...b, expires: null }) === previous
}
