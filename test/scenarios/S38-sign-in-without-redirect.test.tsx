// @vitest-environment jsdom
import { signIn } from 'sessionchart/react'
import { signIn as signInV4 } from 'sessionchart/v4'
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { fakeLocation } from '../support/browser'
import { expectOurs } from '../support/compared'
import { type FakeServer, startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { PASSWORD } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { html, json, networkError } from '../support/replies'
import { passTime, SECOND } from '../support/time'

const POST = 'POST /callback/credentials'
const ERROR_PAGE = 'http://localhost:3000/api/auth/error?error=Configuration'

interface Case {
  what: string
  arrange?: (server: FakeServer) => void
  provider?: string
  password?: string
  /** What v5 calls the error, and v4 where it differs. */
  error: string
  errorV4?: string
  code: string
  /** Of the answer to the post; `undefined` where it has not come to that. */
  status?: number
  statusV4?: number
}

const failures: Case[] = [
  {
    what: 'unreachable providers',
    arrange: (server) => server.answer('GET /providers', networkError),
    error: 'network',
    code: 'network',
  },
  {
    what: 'providers that answer 500',
    arrange: (server) => server.answer('GET /providers', json({}, 500)),
    error: 'http',
    code: 'http',
  },
  {
    what: 'providers that are an HTML page',
    arrange: (server) => server.answer('GET /providers', html()),
    error: 'parse',
    code: 'parse',
  },
  { what: 'an unknown provider', provider: 'nobody-knows', error: 'providers', code: 'providers' },
  {
    what: 'a 500 with a url',
    arrange: (server) => server.answer(POST, json({ url: ERROR_PAGE }, 500)),
    error: 'Configuration',
    code: 'http',
    status: 500,
  },
  {
    what: 'a 500 without a url',
    arrange: (server) => server.answer(POST, json({ message: 'Internal' }, 500)),
    error: 'http',
    code: 'http',
    status: 500,
  },
  {
    what: 'a 200 without a url',
    arrange: (server) => server.answer(POST, json({})),
    error: 'parse',
    code: 'parse',
    status: 200,
  },
  {
    what: 'a relative url that names an error',
    arrange: (server) => server.answer(POST, json({ url: '/login?error=AccessDenied' })),
    error: 'AccessDenied',
    code: 'credentials',
    status: 200,
  },
  {
    what: 'an answer that is not JSON',
    arrange: (server) => server.answer(POST, html()),
    error: 'parse',
    code: 'parse',
    status: 200,
  },
  {
    what: 'a 500 that is not JSON',
    arrange: (server) => server.answer(POST, html(500)),
    error: 'http',
    code: 'http',
    status: 500,
  },
  {
    what: 'a wrong password',
    password: 'wrong',
    error: 'CredentialsSignin',
    code: 'credentials',
    status: 200,
    statusV4: 401,
  },
  {
    what: 'rejected csrf tokens',
    arrange: (server) => {
      server.csrfRejections = 9
    },
    error: 'MissingCSRF',
    errorV4: 'csrf',
    code: 'csrf',
    status: 200,
  },
  {
    what: 'a post that does not arrive',
    arrange: (server) => server.answer(POST, networkError),
    error: 'network',
    code: 'network',
    status: 0,
  },
]

const versions = [
  { version: 'v5' as const, signIn },
  { version: 'v4' as const, signIn: signInV4 as typeof signIn },
]
const cases = versions.flatMap((library) => failures.map((failure) => ({ ...library, ...failure })))
// Auth.js answers with whole addresses.
const HOME = 'http://localhost:3000/home'
const OPTIONS = { redirect: false as const, username: 'bob', redirectTo: HOME, callbackUrl: HOME }

describeEachReactMode(() => {
  test.each(cases)('gives a $version response that tells the truth about $what', async (failure) => {
    const { version, arrange, provider = 'credentials', password = PASSWORD } = failure
    const noise = listenForNoise()
    const location = fakeLocation()
    const server = startServer({ version })
    const app = renderApp({ session: null })
    arrange?.(server)

    const signingIn = failure.signIn(provider, { ...OPTIONS, password })
    // It is awaited below.
    signingIn.catch(() => {})
    await passTime(SECOND)
    expect(location.visited).toEqual([])
    const response = await signingIn

    const isV4 = version === 'v4'
    const status = (isV4 && failure.statusV4) || failure.status
    const error = (isV4 && failure.errorV4) || failure.error
    expect(response).toMatchObject({ ok: false, error: expect.stringMatching(/./), url: null })
    expect(noise.thrown).toEqual([])
    expect(app.statuses()).toEqual(['unauthenticated'])
    expectOurs(response).toMatchObject({ error, ...(status !== undefined && { status }) })
    expectOurs(response.result).toMatchObject({
      type: 'failed',
      error: { name: 'SessionError', code: failure.code },
    })
    expectOurs(server.count('GET /session')).toBe(0)
  })

  test.each(versions)('gives a $version response that says when it worked', async ({ version, signIn }) => {
    const location = fakeLocation()
    startServer({ version })
    const app = renderApp({ session: null })

    const signingIn = signIn('credentials', { ...OPTIONS, password: PASSWORD })
    await passTime(SECOND)
    const response = await signingIn

    expect(response).toEqual(
      version === 'v5'
        ? { ok: true, error: undefined, code: undefined, status: 200, url: HOME }
        : { ok: true, error: null, status: 200, url: HOME },
    )
    expectOurs(response.result).toEqual({ type: 'signed-in' })
    expect(app.statuses()).toEqual(['unauthenticated', 'authenticated'])
    expect(app.last().data).toHaveProperty('user.name', 'bob')
    expect(location.visited).toEqual([])
  })

  test('gives the address of a provider that needs a redirect, and stays', async () => {
    const location = fakeLocation()
    startServer()
    const app = renderApp({ session: null })

    const signingIn = signIn('github', { redirect: false })
    await passTime(SECOND)
    const response = await signingIn

    expect(response).toMatchObject({ ok: true, status: 200, url: 'https://github.com/login' })
    expectOurs(response.result).toEqual({ type: 'redirect', url: 'https://github.com/login' })
    expect(location.visited).toEqual([])
    expect(app.statuses()).toEqual(['unauthenticated'])
  })
})
