import type { AuthFailure } from 'sessionchart/testing/msw'
import { describe, expect, test } from 'vitest'
import { ann } from '../../support/people'
import { listen, post, read, readJson, SITE, signIn, update } from './handlers'

/** What goes wrong because a test wants it to. */

const noNetwork = expect.objectContaining({ name: 'TypeError' })

describe('fail()', () => {
  test.each([
    ['session', () => read('/session')],
    ['csrf', () => read('/csrf')],
    ['providers', () => read('/providers')],
    ['update', () => update({})],
    ['signIn', () => signIn()],
    ['signIn', () => post('/signin/unknown')],
    ['signOut', () => post('/signout')],
  ] as const)('%s', async (endpoint, send) => {
    const auth = listen()
    expect((await send()).status).toBe(200)

    auth.fail(endpoint, { status: 503 })

    expect((await send()).status).toBe(503)
  })

  test('leaves the other endpoints alone', async () => {
    const auth = listen()

    auth.fail('session', 'network')
    auth.fail('signIn', 'network')

    expect((await read('/providers')).status).toBe(200)
    expect((await update({})).status).toBe(200)
    expect((await post('/signout')).status).toBe(200)
  })

  test('lets nothing through', async () => {
    const auth = listen({ session: ann })
    auth.fail('signOut', 'network')

    await expect(post('/signout')).rejects.toEqual(noNetwork)

    expect(auth.session).toBe(ann)
  })

  test('loses the answer of what was done', async () => {
    const auth = listen({ session: ann })
    auth.fail('signOut', 'answer-lost')

    await expect(post('/signout')).rejects.toEqual(noNetwork)

    expect(auth.session).toBeNull()
  })

  test.each([
    ['v5', null, 'error=MissingCSRF', 'error=MissingCSRF'],
    ['v4', {}, 'csrf=true', 'csrf=true'],
  ] as const)('refuses the csrf token (%s)', async (version, refused, signInSays, signOutSays) => {
    const auth = listen({ version, session: ann })
    auth.fail('all', 'csrf')

    const updated = await update({})
    const urls = [await signIn({ json: 'true' }), await post('/signout', { json: 'true' })]

    expect([updated.status, await updated.json()]).toEqual([400, refused])
    const [signedIn, signedOut] = await Promise.all(urls.map((response) => response.json()))
    expect(signedIn.url).toContain(signInSays)
    expect(signedOut.url).toContain(signOutSays)
    expect(auth.session).toBe(ann)
    expect(await readJson('/session')).toEqual(ann)
  })

  test.each<[Exclude<AuthFailure, string>, type: string | null, body: string]>([
    [{ status: 502, body: '<h1>Sorry</h1>' }, 'text/html', '<h1>Sorry</h1>'],
    [{ status: 200, body: '<h1>Log in</h1>' }, 'text/html', '<h1>Log in</h1>'],
    [{ status: 401, body: null }, 'application/json', 'null'],
    [
      { status: 429, body: { wait: true }, headers: { 'Retry-After': '30' } },
      'application/json',
      '{"wait":true}',
    ],
    [{ status: 204, headers: { 'Retry-After': '30' } }, null, ''],
  ])('answers %o', async (failure, type, body) => {
    const auth = listen()
    auth.fail('session', failure)

    const response = await read('/session')

    expect([response.status, response.headers.get('content-type')]).toEqual([failure.status, type])
    expect(response.headers.get('retry-after')).toBe(failure.headers?.['Retry-After'] ?? null)
    expect(await response.text()).toBe(body)
  })

  const threeStatuses = async () => {
    const statuses = []
    for (let count = 0; count < 3; count += 1) statuses.push((await read('/session')).status)
    return statuses
  }

  test('fails so many times', async () => {
    const auth = listen()
    auth.fail('session', { status: 503 }, { times: 2 })

    expect(await threeStatuses()).toEqual([503, 503, 200])
  })

  test('of one endpoint goes before that of all', async () => {
    const auth = listen()
    auth.fail('all', { status: 503 }, { times: 1 })
    auth.fail('session', { status: 500 }, { times: 1 })

    expect(await threeStatuses()).toEqual([500, 503, 200])
  })

  test('fails pages with all the rest alone', async () => {
    const auth = listen()
    auth.fail('all', { status: 503 })

    expect((await read('/signin')).status).toBe(503)
  })
})

describe('delay()', () => {
  const timed = async (send: () => Promise<unknown>) => {
    const start = performance.now()
    await send()
    return performance.now() - start
  }

  test('lets an answer travel', async () => {
    const auth = listen()
    auth.delay('session', 80)

    expect(await timed(() => read('/session'))).toBeGreaterThan(75)
    expect(await timed(() => read('/csrf'))).toBeLessThan(75)
  })

  test('of one endpoint goes before that of all', async () => {
    const auth = listen()
    auth.delay('all', 80)
    auth.delay('session', 0)

    expect(await timed(() => read('/session'))).toBeLessThan(75)
    expect(await timed(() => read('/csrf'))).toBeGreaterThan(75)
  })

  test('delays failures', async () => {
    const auth = listen()
    auth.delay('session', 80)
    auth.fail('session', 'network')

    expect(await timed(() => read('/session').catch(() => {}))).toBeGreaterThan(75)
  })

  test('says what was true when the request came', async () => {
    const auth = listen({ session: ann })
    auth.delay('session', 50)
    const reading = readJson('/session')
    await expect.poll(() => auth.requests).toHaveLength(1)

    auth.session = null

    expect(await reading).toEqual(ann)
  })

  test('never answers, until the browser gives up', async () => {
    const auth = listen()
    auth.delay('session', 'infinite')

    const reading = fetch(`${SITE}/api/auth/session`, { signal: AbortSignal.timeout(50) })

    await expect(reading).rejects.toMatchObject({ name: 'TimeoutError' })
  })
})

describe('recover()', () => {
  test('takes back everything', async () => {
    const auth = listen()
    auth.fail('all', 'network')
    auth.fail('session', 'network')
    auth.delay('session', 'infinite')

    auth.recover()

    expect((await read('/session')).status).toBe(200)
  })

  test('takes back what one endpoint has', async () => {
    const auth = listen()
    auth.fail('session', { status: 500 })
    auth.delay('session', 'infinite')
    auth.fail('csrf', { status: 500 })

    auth.recover('session')

    expect((await read('/session')).status).toBe(200)
    expect((await read('/csrf')).status).toBe(500)
  })
})
