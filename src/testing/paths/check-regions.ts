import { SessionOptionError } from 'sessionchart'
import { type SessionCause, sessionMachine } from 'sessionchart/machines/session'

// Left as soon as they are entered, or within what a test sees as one moment. And no browser of a test is without
// channels, which leave a tab alone, nor does a tab of it die in the middle of a sign-in. A test holds that nothing is
// missing.
const PASSED_THROUGH = [
  'status.starting',
  'request.choosing',
  'request.reading.inquiring',
  'polling.choosing',
  'lifetime.choosing',
  'operation.leaving.departing',
  'tabs.listening.joining',
  'tabs.listening.rejoining',
  'tabs.listening.doubting',
  'tabs.alone',
]

// Other users and `session` props are the test's own to bring: no path makes them up.
const CAUSES = [
  'starting',
  'seeded',
  'server',
  'signed-in',
  'signed-out',
  'signed-in-in-other-tab',
  'signed-out-in-other-tab',
  'expired',
  'unreachable',
] as const satisfies Array<SessionCause['type']>

/** What a path may make a status for. */
export type PathCause = (typeof CAUSES)[number]

/** The states that regions name, as in `request.reading`. A cause is none of them, and named all the same. */
export const statesOf = (regions: object): string[] =>
  Object.entries(regions).flatMap(([name, state]) =>
    typeof state === 'object' && state !== null
      ? statesOf(state).map((rest) => `${name}.${rest}`)
      : `${name}.${state}`,
  )

/**
 * Now, and not after a search that finds nothing.
 *
 * @throws SessionOptionError for what is no state of the chart, and for a state in which no session stays.
 */
export function checkRegions({ cause, ...regions }: { cause?: unknown }, option: string): void {
  if (cause !== undefined && !CAUSES.some((known) => known === cause))
    throw new SessionOptionError(`${option}.cause`, cause, `one of ${quoted(CAUSES)}`)
  for (const state of statesOf(regions)) {
    checkState(state, option)
    if (PASSED_THROUGH.includes(state))
      throw new SessionOptionError(option, state, 'a state in which a session can stay while a test goes on')
  }
}

function checkState(state: string, option: string): void {
  let known = ''
  let node: Node = sessionMachine.root as unknown as Node
  for (const name of state.split('.')) {
    const next = Object.hasOwn(node.states, name) ? node.states[name] : undefined
    if (!next) {
      const names = quoted(Object.keys(node.states))
      const expected = known ? `, ${known} being one of ${names}` : `: ${names}`
      throw new SessionOptionError(option, state, `made of regions of the chart${expected}`)
    }
    known = known ? `${known}.${name}` : name
    node = next
  }
}

const quoted = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ')

interface Node {
  states: Record<string, Node>
}
