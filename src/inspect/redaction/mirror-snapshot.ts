import type { ActorRefLike, StateValue } from 'xstate'
import { isObject, readOwn } from './careful-reading'
import type { Redactor } from './redactor'
import { isWord, REDACTED } from './vocabulary'

type Show = Pick<Redactor, 'redact'>

/** A snapshot of any kind of actor as plain properties, without the machine and the methods that it may have. */
export function mirrorSnapshot(
  snapshot: unknown,
  { redact }: Show,
  mirror: (actor: ActorRefLike) => ActorRefLike,
): unknown {
  if (!isObject(snapshot)) return undefined
  const read = (key: string) => readOwn(snapshot, key)
  const { status, input, output, error } = Object(
    redact({ status: read('status'), input: read('input'), output: read('output'), error: read('error') }),
  )
  const shown = { status, input, output, error }
  if (!Object.hasOwn(snapshot, 'value')) return shown
  const tags = read('tags')
  return {
    ...shown,
    value: statesOf(read('value')),
    context: redact(read('context')),
    tags: tags instanceof Set ? [...tags].map(redact) : [],
    children: Object.fromEntries(
      Object.entries<ActorRefLike>(Object(read('children'))).map(([id, child]) => [
        redact(id),
        mirror(child),
      ]),
    ),
  }
}

/** The states that are active, by their names. */
function statesOf(value: unknown): StateValue {
  if (!isObject(value)) return nameOf(value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [nameOf(key), statesOf(inner)]))
}

const nameOf = (key: unknown): string => (typeof key === 'string' && isWord(key) ? key : REDACTED)
