// @vitest-environment jsdom
import { expect } from 'vitest'
import { compare, type Difference, type ParityCase } from './harness/compare'
import { type Answer, json, networkError, text } from './harness/fake-server'
import type { Page } from './harness/page'
import { listed, unlisted } from './harness/reasons'
import { get, PAGE } from './harness/requests'

const password = { username: 'ann', password: 'secret' }
const post = 'POST callback/credentials'
const auth = 'http://localhost:3000/api/auth'
const wrongPassword = {
  v5: json({ url: `${auth}/signin?error=CredentialsSignin&code=credentials` }),
  v4: json({ url: `${auth}/error?error=CredentialsSignin&provider=credentials` }, 401),
}

/** Signs in with `redirect: false` on a page where nobody is. */
const signIn =
  (provider?: string, options: object = {}, answers: Record<string, Answer> = {}) =>
  async (page: Page) => {
    page.server.answer(answers)
    await page.mount({ session: null })
    return page.run(() => page.library.signIn(provider, { ...options, redirect: false }))
  }
const answered = (answers: Record<string, Answer>) => signIn('credentials', password, answers)

const failed = (error: string, status = 0) => ({ error, status, ok: false, url: null })
const rejected = (name: string) => expect.objectContaining({ rejected: name })

/** next-auth sends the browser away although it was told not to. */
const stays = (path: string, error: string, status = 0): Difference => ({
  because: listed.results,
  theirs: { visited: [`/api/auth/${path}`], result: undefined },
  ours: { visited: [], result: failed(error, status) },
})
const settles = (name: string, error: string, status = 0): Difference => ({
  because: listed.results,
  theirs: { result: rejected(name) },
  ours: { result: failed(error, status) },
})
const signInPage = `signin?${new URLSearchParams({ callbackUrl: PAGE })}`

const cases: ParityCase[] = [
  { name: 'signs in and shows the session', steps: signIn('credentials', password) },
  { name: 'sends an email', steps: signIn('email', { email: 'a@b.example' }) },
  { name: 'gives the URL of the answer', steps: answered({ [post]: json({ url: `${PAGE}?a=b#c` }) }) },
  {
    name: 'gives the error of a rejected password as v4 sends it',
    steps: answered({ [post]: wrongPassword.v4 }),
  },
  {
    name: 'gives another error',
    steps: answered({ [post]: json({ url: `${auth}/error?error=AccessDenied` }, 403) }),
  },
  {
    name: 'gives an error of the server',
    steps: answered({ [post]: json({ url: `${auth}/error?error=X` }, 500) }),
  },
  { name: 'waits for an answer', steps: answered({ [post]: 'hang' }) },
  { name: 'shows nobody when no session came of it', steps: answered({ 'GET session': json(null) }) },
  { name: 'is ok when the session could not be read', steps: answered({ 'GET session': json({}, 500) }) },
  {
    name: 'gives the error of a rejected password as v5 sends it',
    steps: answered({ [post]: wrongPassword.v5 }),
    differs: {
      because: `${listed.noReadAfterRefusal} and ${listed.truthfulOk}`,
      theirs: {
        result: expect.objectContaining({ ok: true }),
        shown: ['unauthenticated: null', 'authenticated: Ann'],
      },
      ours: ({ requests, result }) => ({
        requests: requests.slice(0, -1),
        result: { ...Object(result), ok: false },
        shown: ['unauthenticated: null'],
      }),
    },
  },
  {
    name: 'says that the token was wrong',
    steps: answered({ [post]: json({ url: `${auth}/signin?error=MissingCSRF` }) }),
    differs: {
      because: `${unlisted.freshToken} and ${listed.truthfulOk}`,
      theirs: { result: expect.objectContaining({ ok: true }) },
      ours: ({ requests }) => ({
        requests: [...requests.slice(0, 3), ...requests.slice(1, 3)],
        result: failed('MissingCSRF', 200),
        shown: ['unauthenticated: null'],
      }),
    },
  },
  {
    name: 'takes the token page of v4 for success',
    steps: answered({ [post]: json({ url: `${auth}/signin?csrf=true` }) }),
    differs: {
      because: `${unlisted.freshToken} and ${listed.truthfulOk}`,
      theirs: { result: expect.objectContaining({ ok: true, url: `${auth}/signin?csrf=true` }) },
      ours: ({ requests }) => ({
        requests: [...requests.slice(0, 3), ...requests.slice(1, 3)],
        result: failed('csrf', 200),
        shown: ['unauthenticated: null'],
      }),
    },
  },
  {
    name: 'goes to the error page without providers',
    steps: answered({ 'GET providers': networkError }),
    differs: stays('error', 'network'),
  },
  {
    name: 'goes to the error page when providers fail',
    steps: answered({ 'GET providers': json({ message: 'no' }, 500) }),
    differs: stays('error', 'http', 500),
  },
  {
    name: 'goes to the error page when providers are no JSON',
    steps: answered({ 'GET providers': text('<p>') }),
    differs: stays('error', 'parse', 200),
  },
  {
    name: 'goes to the sign-in page without a provider',
    steps: signIn(),
    differs: stays(signInPage, 'providers'),
  },
  {
    name: 'goes to the sign-in page with an unknown provider',
    steps: signIn('unknown'),
    differs: stays(signInPage, 'providers'),
  },
  {
    name: 'throws when the network fails',
    steps: answered({ [post]: networkError }),
    differs: settles('TypeError', 'network'),
  },
  {
    name: 'throws when the answer is no JSON',
    steps: answered({ [post]: text('<p>') }),
    differs: settles('SyntaxError', 'parse', 200),
  },
  {
    name: 'throws when the answer is an error page',
    steps: answered({ [post]: text('<p>', 500) }),
    differs: settles('SyntaxError', 'http', 500),
  },
  {
    name: 'throws when an error names no URL',
    steps: answered({ [post]: json({ message: 'no' }, 500) }),
    differs: settles('TypeError', 'http', 500),
  },
  {
    name: 'throws when the answer names no URL',
    steps: answered({ [post]: json({}) }),
    differs: settles('TypeError', 'parse', 200),
  },
  {
    name: 'throws when the URL is relative',
    steps: answered({ [post]: json({ url: '/after' }) }),
    differs: {
      because: listed.results,
      theirs: { result: rejected('TypeError') },
      ours: ({ requests }) => ({
        requests: [...requests, get('session')],
        result: expect.objectContaining({ status: 200, ok: true, url: '/after' }),
        shown: ['unauthenticated: null', 'authenticated: Ann'],
      }),
    },
  },
  {
    name: 'gives the URL of an error page as if it were a target',
    steps: answered({ [post]: json({ url: `${auth}/error` }, 500) }),
    differs: {
      because: listed.truthfulOk,
      theirs: { result: expect.objectContaining({ ok: false, url: `${auth}/error` }) },
      ours: { result: failed('http', 500) },
    },
  },
  {
    name: 'posts without a token that it could not get',
    steps: answered({ 'GET csrf': json({}, 500) }),
    differs: {
      because: unlisted.noToken,
      theirs: { result: expect.objectContaining({ ok: true }) },
      ours: {
        requests: [get('providers'), get('csrf')],
        result: failed('http', 500),
        shown: ['unauthenticated: null'],
      },
    },
  },
  {
    name: 'posts to a provider with the name of what every object has',
    steps: signIn('constructor'),
    differs: {
      because: unlisted.ownProvider,
      ours: { requests: [get('providers')], result: failed('providers') },
    },
  },
  {
    name: 'reads no session without a provider',
    steps: (page) => page.run(() => page.library.signIn('credentials', { ...password, redirect: false })),
    differs: {
      because: unlisted.readsAnyway,
      ours: ({ requests }) => ({ requests: [...requests, get('session')] }),
    },
  },
]

/** Here v4 and v5 differ from each other: v4 redirects all the same. */
const oauth: ParityCase = { name: 'asks an OAuth provider', steps: signIn('github') }

const passkey: ParityCase = {
  name: 'throws for a passkey, which has a function of its own',
  steps: signIn('passkey'),
  differs: settles('TypeError', 'providers'),
}

compare('v5', [...cases, oauth, passkey])
compare('v4', [...cases, oauth])
