import { SessionOptionError } from 'sessionchart'
import { createTestSession, type Duration } from 'sessionchart/testing'
import { expect, test } from 'vitest'
import { ann } from '../../support/people'

const NOON = Date.UTC(2030, 0, 1, 12)

test.for<[duration: Duration, milliseconds: number]>([
  [0, 0],
  [250, 250],
  ['250ms', 250],
  ['1.5s', 1_500],
  ['30s', 30_000],
  ['5m', 300_000],
  ['8h', 28_800_000],
  ['30d', 2_592_000_000],
])('ticks %s', async ([duration, milliseconds]) => {
  const session = await createTestSession({ session: ann, now: NOON })

  await session.clock.tick(duration)

  expect(session.clock.now()).toBe(NOON + milliseconds)
})

test.for(['', '5', '5 m', '5 min', '-5m', -1, Number.NaN, Number.POSITIVE_INFINITY, null, undefined, {}])(
  'refuses the duration %o',
  async (wrong) => {
    const session = await createTestSession()
    const { tick, sleep, until } = session.clock

    await expect(tick(wrong as never)).rejects.toThrow(SessionOptionError)
    await expect(tick(wrong as never)).rejects.toThrow(/duration must be milliseconds, or '30s'/)
    await expect(sleep(wrong as never)).rejects.toThrow(SessionOptionError)
    if (wrong !== undefined) await expect(until(Promise.resolve(), wrong as never)).rejects.toThrow(/limit/)
  },
)

test('does what falls due in its turn', async () => {
  const session = await createTestSession({ session: ann, now: NOON, refetchInterval: 60 })

  await session.clock.tick('3m')

  expect(session.requests.map(({ at }) => at - NOON)).toEqual([60_000, 120_000, 180_000])
})

test('stands still on its own', async () => {
  const session = await createTestSession({ session: ann, refetchInterval: 1 })
  const before = session.clock.now()

  await session.settle()

  expect(session.clock.now()).toBe(before)
  expect(session.requests).toEqual([])
})

test('sleeps: timers stand still, and the page looks again when it wakes', async () => {
  const session = await createTestSession({ at: 'expiring', atExpiry: 'end' })
  const before = session.clock.now()

  await session.clock.sleep('8h')

  expect(session.clock.now() - before).toBe(28_800_000)
  expect(session.state).toMatchObject({ status: 'unauthenticated' })
})

test('waits for a call, and for no longer than it takes', async () => {
  const session = await createTestSession({ session: ann, now: NOON })
  session.server.delay('session', 3_000)

  const state = await session.clock.until(session.client.refetch())

  expect(state.data).toEqual(ann)
  expect(session.clock.now()).toBe(NOON + 3_000)
})

test('rejects as the call does', async () => {
  const session = await createTestSession()

  await expect(session.clock.until(Promise.reject(new Error('own')))).rejects.toThrow('own')
})

test('rejects when the call takes longer than the limit', async () => {
  const session = await createTestSession({ session: ann, requestTimeout: 600 })
  session.server.hold()

  const call = session.client.refetch()

  await expect(session.clock.until(call, '1m')).rejects.toThrow(/not settled within 1m/)
})

test.for<[now: number | string | Date]>([[NOON], ['2030-01-01T12:00:00Z'], [new Date(NOON)]])(
  'begins at %o',
  async ([now]) => {
    const session = await createTestSession({ session: ann, now })

    expect(session.clock.now()).toBe(NOON)
  },
)

test.for([Number.NaN, 'yesterday', new Date('yesterday')])('does not begin at %o', async (now) => {
  await expect(createTestSession({ now })).rejects.toMatchObject({
    name: 'SessionOptionError',
    option: 'now',
  })
})

test('begins before the end of a session that is to be near it', async () => {
  const session = await createTestSession({ session: ann, at: 'expiring' })

  const left = Date.parse(ann.expires) - session.clock.now()
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThanOrEqual(60_000)
  expect(session.state.data).toEqual(ann)
})

test('gives a session an end to come whose own is over', async () => {
  const session = await createTestSession({ session: { ...ann, expires: '1' }, at: 'expiring' })

  expect(session.state).toMatchObject({ isExpiring: true, data: { user: ann.user } })
  await session.clock.tick('2m')
  expect(session.state.cause.type).toBe('expired')
})

test.for(['expiring', 'expired'] as const)('comes to be %s although the app polls often', async (at) => {
  const session = await createTestSession({ at, refetchInterval: 2 })

  expect(session.state).toMatchObject(at === 'expired' ? { cause: { type: at } } : { isExpiring: true })
})
