import { SessionOptionError } from 'sessionchart'
import { createAuthServer, type PlainAnswer, type Visitor } from 'sessionchart/testing/server'
import { describe, expect, test } from 'vitest'
import { ann, bob } from '../../support/people'
import { get, post, postForm, readJson, replyTo, signIn, users } from './ask'

/** Whose cookies were sent, and what an answer makes of them. */

test('have each their own session', async () => {
  const server = createAuthServer({ users })
  const [one, two] = [server.createVisitor(), server.createVisitor()]

  await signIn(server, 'ann', one)
  await signIn(server, 'bob', two)
  await post(server, '/signout', {}, two)

  expect(await readJson(server, '/session', one)).toMatchObject({ user: { name: 'ann' } })
  expect(await readJson(server, '/session', two)).toBeNull()
  expect([await readJson(server, '/session'), server.session]).toEqual([null, null])
})

test('have each their own place to go to', async () => {
  const server = createAuthServer({ users })
  const [one, two] = [server.createVisitor(), server.createVisitor()]
  await get(server, '/csrf?callbackUrl=/kept', one)

  const signOuts = [post(server, '/signout', {}, one), post(server, '/signout', {}, two)]

  const urls = (await Promise.all(signOuts.map(replyTo))).map(({ body }) => JSON.parse(body ?? '').url)
  expect(urls).toEqual(['https://site.example/kept', 'https://site.example'])
})

test('have the session that they come with, and nothing in common with it', async () => {
  const server = createAuthServer({ session: bob })
  const session = { ...ann, seen: [1], when: undefined }
  const visitor = server.createVisitor(session)

  session.seen.push(2)

  expect(await readJson(server, '/session', visitor)).toEqual({ ...ann, seen: [1] })
  expect(await readJson(server, '/session')).toEqual(bob)
})

test('are not among those whom the controls are for', async () => {
  const server = createAuthServer()
  const visitor = server.createVisitor(ann)

  server.session = bob
  server.signOutElsewhere()
  server.reset()

  expect(await readJson(server, '/session', visitor)).toEqual(ann)
})

test('refuse a session that no server would send', () => {
  const { createVisitor } = createAuthServer()

  expect(() => createVisitor({} as never)).toThrow(SessionOptionError)
})

test('need the csrf token that they were given themselves', async () => {
  const server = createAuthServer({ users })
  const { csrfToken } = await readJson(server, '/csrf', server.createVisitor())
  const visitor = server.createVisitor(ann)

  await postForm(server, '/signout', { csrfToken }, visitor)

  expect(await readJson(server, '/session', visitor)).toEqual(ann)
})

describe('that are copied', () => {
  /** A browser: it sends its cookies as they are, and keeps those of an answer when that arrives. */
  function createBrowser(server: ReturnType<typeof createAuthServer>) {
    const visitor = server.createVisitor()
    const send = async (ask: (copy: Visitor) => Promise<PlainAnswer | undefined>) => {
      const { cookies } = await replyTo(ask(structuredClone(visitor)))
      return () => void Object.assign(visitor, cookies)
    }
    return { visitor, send }
  }

  async function startSignedIn() {
    const server = createAuthServer({ users })
    const { visitor, send } = createBrowser(server)
    await signIn(server, 'ann', visitor)
    const session = () => readJson(server, '/session', structuredClone(visitor))
    return { server, send, session }
  }

  test('get the old session back by an answer to a read that comes after the sign-out', async () => {
    const { server, send, session } = await startSignedIn()
    const readArrives = await send((copy) => get(server, '/session', copy))
    const signOutArrives = await send((copy) => post(server, '/signout', {}, copy))

    signOutArrives()
    expect(await session()).toBeNull()
    readArrives()
    expect(await session()).toMatchObject({ user: { name: 'ann' } })
  })

  test('do so with a session that was put there, too', async () => {
    const server = createAuthServer()
    const visitor = server.createVisitor(ann)

    const { cookies } = await replyTo(get(server, '/session', visitor))

    expect(cookies).toMatchObject({ signedIn: { session: ann } })
  })

  test.each(['/csrf', '/providers', '/signin'])(
    'do not by one to %s, which is not about it',
    async (path) => {
      const { server, send, session } = await startSignedIn()
      const answerArrives = await send((copy) => get(server, path, copy))
      const signOutArrives = await send((copy) => post(server, '/signout', {}, copy))

      signOutArrives()
      answerArrives()

      expect(await session()).toBeNull()
    },
  )

  test('do not by one that fails', async () => {
    const { server, send, session } = await startSignedIn()
    server.fail('session', { status: 500 }, { times: 1 })
    const answerArrives = await send((copy) => get(server, '/session', copy))
    const signOutArrives = await send((copy) => post(server, '/signout', {}, copy))

    signOutArrives()
    answerArrives()

    expect(await session()).toBeNull()
  })

  test('get their csrf token and where to go by the answer', async () => {
    const server = createAuthServer()
    const { visitor, send } = createBrowser(server)
    const { csrfToken } = await readJson(server, '/csrf')
    const signOut = async () => {
      const { body } = await replyTo(postForm(server, '/signout', { csrfToken }, structuredClone(visitor)))
      return JSON.parse(body ?? '').url
    }

    const answerArrives = await send((copy) => get(server, '/csrf?callbackUrl=/kept', copy))

    expect(await signOut()).toContain('error=MissingCSRF')
    answerArrives()
    expect(await signOut()).toBe('https://site.example/kept')
  })

  test('change when the answer arrives and not before', async () => {
    const { server, send, session } = await startSignedIn()

    const signOutArrives = await send((copy) => post(server, '/signout', {}, copy))

    expect(await session()).toMatchObject({ user: { name: 'ann' } })
    signOutArrives()
    expect(await session()).toBeNull()
  })
})
