import { SessionOptionError } from 'sessionchart'
import { sessionMachine } from 'sessionchart/machines'
import { createTestSession, pathsTo, type SessionPlace } from 'sessionchart/testing'
import { expect, test } from 'vitest'
import { nodesOf } from '../../../src/testing/coverage/machine-transitions'
import { ann } from '../../support/people'

/** No session of a test stays there. */
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
const WHERE_TO_STAY = [
  'status.loading',
  'status.authenticated',
  'status.unauthenticated.known',
  'status.unauthenticated.unreachable',
  'request.idle',
  'request.resting',
  'request.suspended',
  'request.held',
  'request.yielding',
  'request.reading.queued',
  'request.reading.asking',
  'request.updating.queued',
  'request.updating.asking',
  'request.waiting.counting',
  'request.waiting.paused',
  'request.lent.queued',
  'request.lent.granted',
  'operation.idle',
  'operation.signingIn.queued',
  'operation.signingIn.asking',
  'operation.signingOut.queued',
  'operation.signingOut.asking',
  'operation.leaving.departed',
  'polling.off',
  'polling.waiting',
  'polling.paused',
  'lifetime.open',
  'lifetime.running',
  'lifetime.expiring',
  'lifetime.confirming',
  'network.online',
  'network.offline',
  'visibility.visible',
  'visibility.hidden',
  'visibility.away',
  'tabs.silent',
  'tabs.listening.joined',
]

/** `request.reading.asking` as the chart has it: `{ request: { reading: 'asking' } }`. */
const regionsOf = (state: string) =>
  state
    .split('.')
    .reduceRight<unknown>((inner, name) => (inner === undefined ? name : { [name]: inner }), undefined)
const placeOf = (state: string) => regionsOf(state) as Exclude<SessionPlace, string>

test('every state of the chart is one to stay in, or is not', () => {
  const states = nodesOf(sessionMachine)
    .filter((node) => Object.keys(node.states).length === 0)
    .map(({ path }) => path.join('.'))

  expect([...PASSED_THROUGH, ...WHERE_TO_STAY].sort()).toEqual(states.sort())
})

test.each(WHERE_TO_STAY)('a session is at %s', async (state) => {
  const session = await createTestSession({ at: placeOf(state) })

  expect(session.client.actor.getSnapshot().matches(placeOf(state))).toBe(true)
})

test.each(PASSED_THROUGH)('no session is at %s', async (state) => {
  const error = await createTestSession({ at: placeOf(state) }).catch((thrown: unknown) => thrown)

  expect(error).toBeInstanceOf(SessionOptionError)
  expect(error).toMatchObject({ option: 'at', value: state })
  expect(() => pathsTo(placeOf(state))).toThrow(SessionOptionError)
})

test.for<[place: Exclude<SessionPlace, object>, shown: object]>([
  ['loading', { status: 'loading', data: undefined, isFetching: true, cause: { type: 'starting' } }],
  ['authenticated', { status: 'authenticated', isFetching: false, isStale: false }],
  ['unauthenticated', { status: 'unauthenticated', data: null, isFetching: false, error: null }],
  ['stale', { status: 'authenticated', isStale: true, error: { code: 'network' } }],
  ['unreachable', { status: 'unauthenticated', error: { code: 'network' }, cause: { type: 'unreachable' } }],
  ['refetching', { status: 'authenticated', isFetching: true }],
  ['updating', { status: 'authenticated', isFetching: true }],
  ['expiring', { status: 'authenticated', isExpiring: true }],
  ['expired', { status: 'unauthenticated', data: null, cause: { type: 'expired' } }],
  ['signing-in', { status: 'unauthenticated' }],
  ['signing-out', { status: 'authenticated' }],
  ['leaving', { status: 'authenticated' }],
  ['offline', { status: 'authenticated', isFetching: false }],
  ['hidden', { status: 'authenticated', isFetching: false }],
  ['away', { status: 'authenticated' }],
])('at %s the app sees it', async ([at, shown]) => {
  const session = await createTestSession({ at })

  expect(session.state).toMatchObject(shown)
})

test.each(['authenticated', 'unauthenticated', 'expiring', 'expired', 'hidden'] as const)(
  'at %s nothing else is out of the ordinary',
  async (at) => {
    const session = await createTestSession({ at })

    const { value } = session.client.actor.getSnapshot()
    const ordinary = { request: 'idle', operation: 'idle', network: 'online', polling: 'off' }
    expect(value).toMatchObject(at === 'hidden' ? ordinary : { ...ordinary, visibility: 'visible' })
  },
)

test.for<[at: SessionPlace, session: { expires: string } | null, status: string]>([
  ['unauthenticated', ann, 'unauthenticated'],
  ['signing-in', ann, 'unauthenticated'],
  ['signing-in', null, 'unauthenticated'],
  ['expired', ann, 'unauthenticated'],
  ['loading', ann, 'loading'],
  ['unreachable', null, 'unauthenticated'],
  ['refetching', ann, 'authenticated'],
])('at %s with the session %o it is %s', async ([at, session, status]) => {
  const { state } = await createTestSession({ at, session })

  expect(state.status).toBe(status)
})

test.for<SessionPlace>(['authenticated', 'stale', 'expiring', { lifetime: 'running' }])(
  'nobody is at %o whose session is null',
  async (at) => {
    const made = createTestSession({ at, session: null })

    await expect(made).rejects.toThrow(/at must be a state in which nobody is signed in, as session is null/)
  },
)

test.for<[at: unknown, message: RegExp]>([
  ['gone', /at must be one of 'loading', 'authenticated', .* or regions of the chart, not "gone"/],
  [null, /one of 'loading'/],
  [['loading'], /one of 'loading'/],
  [{ stats: 'loading' }, /made of regions of the chart: 'status', .* not "stats.loading"/],
  [{ status: 'authentcated' }, /status being one of 'starting', .* not "status.authentcated"/],
  [{ request: { reading: 'gone' } }, /request.reading being one of 'queued', .* not "request.reading.gone"/],
  [{ status: 'authenticated', cause: 'magic' }, /at.cause must be one of 'starting', .* not "magic"/],
  [{ status: 'loading', request: 'idle' }, /can come to, not "status.loading \+ request.idle"/],
])('%o is no place', async ([at, message]) => {
  await expect(createTestSession({ at: at as SessionPlace })).rejects.toThrow(message)
})
