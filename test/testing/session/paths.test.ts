import { SessionOptionError } from 'sessionchart'
import { pathsTo, type SessionPlace, type SessionRegions } from 'sessionchart/testing'
import { describe, expect, test } from 'vitest'
import { ann } from '../../support/people'

/** What the client has to be like at the end. */
const places: Record<string, { place: SessionPlace; is: SessionRegions }> = {
  unauthenticated: { place: 'unauthenticated', is: { status: { unauthenticated: 'known' } } },
  authenticated: { place: 'authenticated', is: { status: 'authenticated' } },
  expired: { place: 'expired', is: { status: { unauthenticated: 'known' } } },
  stale: { place: 'stale', is: { status: 'authenticated', request: 'waiting' } },
  leaving: { place: { operation: 'leaving' }, is: { operation: 'leaving' } },
}

describe.each(Object.values(places))('to $place', ({ place, is }) => {
  const paths = pathsTo(place)

  test('there are some, each with words of its own', () => {
    const descriptions = paths.map(({ description }) => description)

    expect(paths.length).toBeGreaterThan(1)
    expect(new Set(descriptions).size).toBe(paths.length)
  })

  test.each(paths)('$description', async (path) => {
    const session = await path.start()

    await path.walk(session)

    expect(session.client.actor.getSnapshot().matches(is)).toBe(true)
    if (place === 'expired') expect(session.state.cause.type).toBe('expired')
  })
})

test('the shortest come first', () => {
  const lengths = pathsTo('authenticated').map(({ steps }) => steps.length)

  expect(lengths).toEqual([...lengths].sort())
  expect(lengths[0]).toBe(0)
})

test('are no longer than they may be', () => {
  const short = pathsTo('unauthenticated', { longest: 1 })
  const longer = pathsTo('unauthenticated', { longest: 3 })

  expect(short.every(({ steps }) => steps.length <= 1)).toBe(true)
  expect(longer.some(({ steps }) => steps.length === 3)).toBe(true)
  expect(longer.length).toBeGreaterThan(short.length)
})

test('there is none to where nothing leads', () => {
  expect(pathsTo({ status: 'loading', request: 'idle' }, { longest: 2 })).toEqual([])
  expect(pathsTo('authenticated', { longest: 0, session: null })).toEqual([])
})

test('steps are taken one by one, and say what they are', async () => {
  const path = pathsTo('stale', { session: ann }).find(({ steps }) => steps.length === 2)
  const [ask, fail] = path?.steps ?? []
  expect(path?.description).toBe(`somebody is signed in → ${ask?.description} → ${fail?.description}`)
  const session = await path?.start()
  if (!session || !ask || !fail) throw new Error('There is no such path.')

  await ask.take(session)
  expect(session.state).toMatchObject({ isFetching: true, data: ann })
  await fail.take(session)
  expect(session.state).toMatchObject({ isStale: true, data: ann })
})

test('a session at the end of a path goes on like any other', async () => {
  const path = pathsTo('stale', { session: ann })[0]
  const session = await path?.start()
  if (!session || !path) throw new Error('There is no path.')
  await path.walk(session)

  const { error } = await session.clock.until(session.client.refetch())

  expect(error).toBeNull()
})

test('begin with the session of the test', async () => {
  for (const path of pathsTo('authenticated', { session: ann })) {
    const session = await path.start()
    await path.walk(session)
    expect(session.state.data).toEqual(ann)
  }
})

test('refuse what is no place, and no length', () => {
  expect(() => pathsTo('gone' as never)).toThrow(/place must be one of 'loading'/)
  expect(() => pathsTo({ status: 'gone' as never })).toThrow(SessionOptionError)
  for (const longest of [-1, Number.NaN, 1.5, '4']) {
    expect(() => pathsTo('stale', { longest: longest as never })).toThrow(/longest must be a number of steps/)
  }
})
