type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

/**
 * `next`, built from the parts of `previous` that did not change, so that equal answers keep their identity
 * and nobody renders for them. For JSON values.
 */
export function shareStructure<T>(previous: unknown, next: T): T {
  if (Object.is(previous, next)) return next
  if (!isObject(previous) || !isObject(next) || Array.isArray(previous) !== Array.isArray(next)) return next

  const keys = Object.keys(next)
  const shared: Json = Array.isArray(next) ? ([] as unknown as Json) : {}
  let same = keys.length === Object.keys(previous).length
  for (const key of keys) {
    shared[key] = shareStructure(previous[key], next[key])
    same &&= key in previous && Object.is(shared[key], previous[key])
  }
  return (same ? previous : shared) as T
}

/** Whether two sessions say the same. `expires` moves with every read and is not counted. */
export function saysTheSame(a: Json | null, b: Json | null): boolean {
  if (!a || !b) return a === b
  const previous = { ...a, expires: null }
  return shareStructure(previous, { ...b, expires: null }) === previous
}
