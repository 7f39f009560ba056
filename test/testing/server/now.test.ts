import { createAuthServer } from 'sessionchart/testing/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { ann } from '../../support/people'
import { post, readJson, signIn, users } from './ask'

/** Time passes for the server by its own clock. */

let now: number

const inSeconds = (seconds: number) => new Date(now + seconds * 1_000).toISOString()

beforeEach(() => {
  now = Date.UTC(2030, 0)
  vi.spyOn(Date, 'now').mockImplementation(() => {
    throw new Error('This is the clock of another.')
  })
})

test('ends a session when nobody has asked for so long', async () => {
  const server = createAuthServer({ users, maxAge: 60, now: () => now })
  await signIn(server, 'ann')

  now += 59_000
  expect(await readJson(server, '/session')).toMatchObject({ expires: inSeconds(60) })
  now += 60_000
  expect(server.session).toBeNull()
  expect(await readJson(server, '/session')).toBeNull()
})

test('ends one that was put there when it says', async () => {
  const server = createAuthServer({ now: () => now })
  const visitor = server.createVisitor({ ...ann, expires: inSeconds(60) })
  server.session = { ...ann, expires: inSeconds(60) }

  now += 59_999
  expect(await readJson(server, '/session', visitor)).toMatchObject({ user: ann.user })
  expect(server.session).not.toBeNull()
  now += 1
  expect(await readJson(server, '/session', visitor)).toBeNull()
  expect(server.session).toBeNull()
})

test('ends the first one, and the first one once more', async () => {
  const server = createAuthServer({ session: { ...ann, expires: inSeconds(60) }, now: () => now })
  await post(server, '/signout', {})
  server.reset()
  expect(server.session).not.toBeNull()

  now += 60_000

  expect(server.session).toBeNull()
})

test('dates tokens', async () => {
  const jwt = vi.fn(({ token }) => token)
  const server = createAuthServer({ users, maxAge: 60, callbacks: { jwt }, now: () => now })
  await signIn(server, 'ann')

  await readJson(server, '/session')

  expect(jwt.mock.lastCall?.[0].token).toMatchObject({ iat: now / 1_000, exp: now / 1_000 + 60 })
})

test('is that of all where none is given, also one that a test puts there later', async () => {
  vi.mocked(Date.now).mockRestore()
  const server = createAuthServer({ users, maxAge: 60 })

  vi.spyOn(Date, 'now').mockImplementation(() => now)
  await signIn(server, 'ann')

  expect(server.session?.expires).toBe(inSeconds(60))
})

test('must be a function', () => {
  const make = () => createAuthServer({ now: 5 as never })

  expect(make).toThrow('sessionchart: now must be a function, not 5.')
})
