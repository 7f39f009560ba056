import { safely } from './careful-reading'
import { createNames, fingerprint } from './session-fingerprint'

/** Stands in for names: the same one for the same, another one for another. Numbered as they come. */
export interface Aliases {
  session(session: object): string
  user(user: string): string
  refetchKey(key: string | number): string
  provider(id: string): string
  tab(id: string): string
}

// More than a chart remembers. Pages are open for months, and every answer may be another one.
const MOST_KNOWN = 1_000

function createAlias(kind: string): (name: unknown) => string {
  const known = new Map<unknown, string>()
  let count = 0
  return (name) => {
    const alias = known.get(name) ?? `${kind} ${++count}`
    // Those that were not heard of for the longest time go first.
    known.delete(name)
    known.set(name, alias)
    if (known.size > MOST_KNOWN) known.delete(known.keys().next().value)
    return alias
  }
}

export function createAliases(): Aliases {
  const nameOf = createNames()
  const session = createAlias('session')
  // A session comes by many times, in events and in the contexts after them. Nobody changes one.
  const printed = new WeakMap<object, string>()
  const print = (value: object) => {
    const known = printed.get(value) ?? safely(() => fingerprint(value, nameOf), null)
    // What cannot be compared, can be with itself.
    const text = known ?? nameOf(value)
    printed.set(value, text)
    return text
  }
  return {
    session: (value) => session(print(value)),
    user: createAlias('user'),
    refetchKey: createAlias('key'),
    provider: createAlias('provider'),
    tab: createAlias('tab'),
  }
}
