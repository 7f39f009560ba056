import { SessionOptionError } from 'sessionchart'

type Kept = Record<string, unknown>

/**
 * Gives the function that takes the properties with the given paths out of a session, as they are.
 *
 * @throws SessionOptionError for anything but a list of paths.
 */
export function keeping(paths: string[] = []): (session: object) => Kept {
  const expected = "a list of paths such as 'user.role'"
  if (!Array.isArray(paths)) throw new SessionOptionError('keep', paths, expected)
  const split = paths.map((path) => {
    const keys = typeof path === 'string' ? path.split('.') : []
    const isPath = keys.length > 0 && !keys.includes('') && !keys.includes('__proto__')
    if (!isPath) throw new SessionOptionError('keep', path, expected)
    return keys
  })
  return (session) => {
    const kept: Kept = {}
    for (const keys of split) keep(kept, session, keys)
    return kept
  }
}

function keep(kept: Kept, source: object, [key = '', ...rest]: string[]): void {
  if (!Object.hasOwn(source, key)) return
  const value = (source as Kept)[key]
  if (rest.length === 0) {
    kept[key] = plain(value)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const inner: Kept = Object.hasOwn(kept, key) ? (kept[key] as Kept) : {}
  kept[key] = inner
  keep(inner, value, rest)
}

/** As JSON has it. What it has no word for is left out. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value)
  return text === undefined ? undefined : JSON.parse(text)
}
