import { describe, expect, test, vi } from 'vitest'
import { listenForNoise } from '../../support/noise'
import { ann, bob } from '../../support/people'
import { listen, post, readJson, signIn, update, users } from './handlers'

/** Who is signed in, as a test sets and sees it. */

const session = () => readJson('/session')
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString()

function standStill() {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2030, 0) })
  const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1_000)
  return { pass }
}

test('is nobody at first', async () => {
  const auth = listen()

  expect(auth.session).toBeNull()
  expect(await session()).toBeNull()
})

test('is who the options say', async () => {
  const auth = listen({ session: ann })

  expect(auth.session).toBe(ann)
  expect(await session()).toEqual(ann)
})

test('that was set is answered as it is, whatever the callbacks make of others', async () => {
  listen({ session: ann, callbacks: { jwt: () => null, session: () => bob } })

  expect(await session()).toEqual(ann)
})

test('is who signs in', async () => {
  const auth = listen()

  await signIn()

  const user = { name: 'ann', email: 'ann@example.com' }
  expect(auth.session).toMatchObject({ user })
  expect(await session()).toEqual({ user, expires: expect.any(String) })
})

test('is nobody after a sign-out', async () => {
  const auth = listen({ session: ann })

  await post('/signout')

  expect(auth.session).toBeNull()
  expect(await session()).toBeNull()
})

test('changes elsewhere', async () => {
  const auth = listen({ session: ann })

  auth.session = bob
  expect(await session()).toEqual(bob)
  auth.signOutElsewhere()
  expect(await session()).toBeNull()
  auth.session = ann
  expect(await session()).toEqual(ann)
  auth.session = null
  expect(await session()).toBeNull()
})

test.each([
  ['username', 'ann'],
  ['email', 'ann@example.com'],
  ['login', '1'],
])('finds the user by a name in any field: %s=%s', async (field, name) => {
  const auth = listen()

  await signIn({ [field]: name, password: 'right' })

  expect(auth.session?.user?.name).toBe('ann')
})

test.each([
  { password: 'right' },
  { username: 'ann' },
  { username: 'right', password: 'ann' },
  { username: 'nobody', password: 'right' },
  { username: '', password: 'right' },
])('knows nobody by %o', async (fields) => {
  const auth = listen({ users: [...users, { name: '', email: null, password: 'right' }] })

  const response = await signIn(fields as Record<string, string>)

  expect((await response.json()).url).toContain('error=CredentialsSignin')
  expect(auth.session).toBeNull()
})

test('gives the callbacks the user without the password', async () => {
  const jwt = vi.fn(({ token }) => token)
  listen({ users, callbacks: { jwt } })

  await signIn()

  expect(jwt).toHaveBeenCalledTimes(1)
  expect(jwt.mock.calls[0]?.[0].user).toEqual({ id: '1', name: 'ann', email: 'ann@example.com' })
})

describe('an end', () => {
  test('comes when nobody has asked for so long', async () => {
    const { pass } = standStill()
    const auth = listen({ users, maxAge: 60 })
    await signIn()

    pass(59)
    expect(await session()).toMatchObject({ expires: inSeconds(60) })
    pass(59)
    expect(await session()).toMatchObject({ expires: inSeconds(60) })
    pass(60)
    expect(auth.session).toBeNull()
    expect(await session()).toBeNull()
  })

  test('of a session that was set comes when it says, asked for or not', async () => {
    const { pass } = standStill()
    const auth = listen({ session: { ...ann, expires: inSeconds(60) } })

    pass(59)
    expect(await session()).toMatchObject({ user: ann.user })
    pass(1)
    expect(auth.session).toBeNull()
    expect(await session()).toBeNull()
  })

  test('of a session that was set stays where it is in an update', async () => {
    const { pass } = standStill()
    const auth = listen({ session: { ...ann, expires: inSeconds(60) } })
    await update({})

    pass(60)

    expect(auth.session).toBeNull()
  })

  test('of a session that was set is moved by an update whose callback says so', async () => {
    const { pass } = standStill()
    const longer = { session: ({ session }: { session: object }) => ({ ...session, expires: inSeconds(90) }) }
    const auth = listen({ session: { ...ann, expires: inSeconds(60) }, callbacks: longer })
    await update({})

    pass(60)
    expect(auth.session).not.toBeNull()
    pass(30)
    expect(auth.session).toBeNull()
  })

  test.each(['1', 'never', ''])('never comes that is over at the start: %j', async (expires) => {
    listen({ session: { ...ann, expires } })

    expect(await session()).toEqual({ ...ann, expires })
  })
})

describe('an update', () => {
  const callbacks = {
    jwt: ({
      token,
      trigger,
      session: data,
    }: {
      token: object
      trigger?: string
      session: { name: string }
    }) => (trigger === 'update' ? { ...token, name: data.name } : token),
  }
  const admin = { ...ann, user: { ...ann.user, id: '7', image: '/ann.png', role: 'admin' }, theme: 'dark' }

  test('changes nothing by itself', async () => {
    const auth = listen({ session: admin })

    expect(await (await update({ name: 'Anna' })).json()).toEqual(admin)
    expect(auth.session).toEqual(admin)
  })

  test('of a session that was set goes through the callbacks and keeps the rest', async () => {
    const auth = listen({ session: admin, callbacks })

    const anna = { ...admin, user: { ...admin.user, name: 'Anna' } }
    expect(await (await update({ name: 'Anna' })).json()).toEqual(anna)
    expect(auth.session).toEqual(anna)
    expect(await session()).toEqual(anna)
  })

  test('finds in the token what the session has', async () => {
    const jwt = vi.fn(({ token }) => token)
    listen({ session: admin, callbacks: { jwt } })

    await update({})

    const token = { name: 'Ann', email: 'ann@example.com', picture: '/ann.png', sub: '7', role: 'admin' }
    expect(jwt.mock.calls[0]?.[0].token).toMatchObject(token)
  })

  test('that signs out (v5): a token that is null', async () => {
    const { logged } = listenForNoise()
    const auth = listen({ session: ann, callbacks: { jwt: () => null } })

    expect(await (await update({})).json()).toBeNull()
    expect(auth.session).toBeNull()
    expect(logged).toEqual([])
  })
})

test('that somebody signs out during a read does not come back', async () => {
  const jwt = vi.fn(async ({ token }) => token)
  const auth = listen({ users, callbacks: { jwt } })
  await signIn()
  let release = () => {}
  jwt.mockImplementation(({ token }) => new Promise((resolve) => (release = () => resolve(token))))
  const reading = session()
  await expect.poll(() => jwt.mock.calls.length).toBe(2)

  auth.session = null
  release()

  expect(await reading).toMatchObject({ user: { name: 'ann' } })
  expect(auth.session).toBeNull()
})

test('reset() brings back the first one', async () => {
  const auth = listen({ session: ann })
  await post('/signout', { callbackUrl: '/kept' })
  auth.fail('session', 'network')
  auth.delay('all', 'infinite')

  auth.reset()

  expect(auth.requests).toEqual([])
  expect(await session()).toEqual(ann)
  const { url } = await (await post('/signout')).json()
  expect(new URL(url).pathname).toBe('/')
})
