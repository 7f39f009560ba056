// @vitest-environment jsdom
import { expect } from 'vitest'
import { compare, type ParityCase } from './harness/compare'
import { type Answer, json, networkError, text } from './harness/fake-server'
import type { Page } from './harness/page'
import { listed, unlisted } from './harness/reasons'
import { get, PAGE } from './harness/requests'

const password = { username: 'ann', password: 'secret' }
const post = 'POST callback/credentials'

const signIn =
  (provider?: string, options?: object | null, params?: unknown, props = {}) =>
  async (page: Page) => {
    await page.mount({ session: null, ...props })
    return page.run(() => page.library.signIn(provider, options as object, params))
  }
const answered =
  (answers: Record<string, Answer | Answer[]>, options: object = password) =>
  (page: Page) => {
    page.server.answer(answers)
    return signIn('credentials', options)(page)
  }
const rejected = (name: string, message: string) => ({ rejected: name, message })

const cases: ParityCase[] = [
  { name: 'posts credentials and goes where the server says', steps: signIn('credentials', password) },
  { name: 'goes to an OAuth provider', steps: signIn('github') },
  { name: 'goes on after an email was sent', steps: signIn('email', { email: 'ann@example.com' }) },
  { name: 'redirects when told to', steps: signIn('credentials', { ...password, redirect: true }) },
  { name: 'takes no options', steps: signIn('credentials') },
  { name: 'takes null as options', steps: signIn('credentials', null) },
  { name: 'sends callbackUrl', steps: signIn('github', { callbackUrl: '/after' }) },
  { name: 'sends redirectTo', steps: signIn('github', { redirectTo: '/after' }) },
  { name: 'sends both', steps: signIn('github', { callbackUrl: '/one', redirectTo: '/two' }) },
  { name: 'sends the page as the target', href: `${PAGE}?y=1#z`, steps: signIn('github') },
  {
    name: 'sends other options as fields',
    steps: signIn('email', { email: 'a@b.example', remember: 'yes' }),
  },
  { name: 'sends numbers as fields', steps: signIn('credentials', { pin: 1234 }) },
  { name: 'adds parameters given as a string', steps: signIn('github', {}, 'login=ann&x=1') },
  { name: 'adds parameters given as an object', steps: signIn('github', {}, { login: 'ann', x: '1' }) },
  {
    name: 'adds parameters given as pairs',
    steps: signIn('github', {}, [
      ['a', '1'],
      ['a', '2'],
    ]),
  },
  {
    name: 'adds parameters given as URLSearchParams',
    steps: signIn('github', {}, new URLSearchParams('a=b c')),
  },
  { name: 'adds parameters given as an empty object', steps: signIn('github', {}, {}) },
  { name: 'adds parameters for credentials, too', steps: signIn('credentials', password, { a: '1' }) },
  { name: 'posts below another base path', steps: signIn('github', {}, undefined, { basePath: '/auth' }) },
  { name: 'goes to the sign-in page without a provider', steps: signIn() },
  {
    name: 'goes to the sign-in page with the event of a click',
    steps: (page) => signIn(new Event('click') as unknown as string)(page),
  },
  {
    name: 'stays when null is said for redirect',
    steps: signIn('credentials', { ...password, redirect: null }),
  },
  { name: 'goes to the sign-in page with an empty provider', steps: signIn('', { callbackUrl: '/after' }) },
  {
    name: 'goes to the sign-in page with an unknown provider',
    steps: signIn('unknown', { callbackUrl: '/a b' }),
  },
  {
    name: 'goes to the sign-in page below another base path',
    steps: signIn('unknown', {}, undefined, { basePath: '/auth' }),
  },
  { name: 'goes to the error page without providers', steps: answered({ 'GET providers': networkError }) },
  { name: 'goes to the error page when providers fail', steps: answered({ 'GET providers': json({}, 500) }) },
  {
    name: 'goes to the error page when providers are no JSON',
    steps: answered({ 'GET providers': text('<p>') }),
  },
  {
    name: 'goes to the error page when providers are null',
    steps: answered({ 'GET providers': json(null) }),
  },
  {
    name: 'goes where the server sends after a rejected password',
    steps: answered({ [post]: json({ url: '/api/auth/signin?error=CredentialsSignin' }, 401) }),
  },
  {
    name: 'goes to its own target when the answer names none',
    steps: answered({ [post]: json({}) }, { ...password, callbackUrl: '/after' }),
  },
  { name: 'goes to its own target when the answer is an error', steps: answered({ [post]: json({}, 500) }) },
  { name: 'reloads for a hash of the same page', steps: answered({ [post]: json({ url: `${PAGE}#part` }) }) },
  {
    name: 'reloads for a hash of another page',
    steps: answered({ [post]: json({ url: 'http://localhost:3000/other#part' }) }),
    differs: { because: listed.hashReload, theirs: { reloads: 1 }, ours: { reloads: 0 } },
  },
  {
    name: 'goes to the page that says that the token was wrong',
    steps: answered({ [post]: json({ url: '/api/auth/signin?error=MissingCSRF' }) }),
    differs: {
      because: unlisted.freshToken,
      ours: ({ requests }) => ({ requests: [...requests, get('csrf'), requests.at(-1) ?? get('csrf')] }),
    },
  },
  {
    name: 'rejects when the network fails',
    steps: answered({ [post]: networkError }),
    differs: {
      because: unlisted.typedErrors,
      theirs: { result: rejected('TypeError', 'Failed to fetch') },
      ours: { result: rejected('SessionError', 'Failed to fetch') },
    },
  },
  {
    name: 'rejects when the answer is no JSON',
    steps: answered({ [post]: text('<p>') }),
    differs: {
      because: unlisted.typedErrors,
      theirs: { result: expect.objectContaining({ rejected: 'SyntaxError' }) },
      ours: { result: expect.objectContaining({ rejected: 'SessionError' }) },
    },
  },
  {
    name: 'posts without a token that it could not get',
    steps: answered({ 'GET csrf': networkError }),
    differs: {
      because: unlisted.noToken,
      theirs: { result: undefined, visited: [PAGE] },
      ours: {
        requests: [get('providers'), get('csrf')],
        visited: [],
        result: rejected('SessionError', 'Failed to fetch'),
      },
    },
  },
  {
    name: 'posts to a provider with the name of what every object has',
    steps: signIn('constructor'),
    differs: {
      because: unlisted.ownProvider,
      ours: {
        requests: [get('providers')],
        visited: [`/api/auth/signin?${new URLSearchParams({ callbackUrl: PAGE })}`],
        result: undefined,
      },
    },
  },
]

const withPasskeys: ParityCase[] = [
  {
    name: 'rejects for a passkey, which has a function of its own',
    steps: signIn('passkey'),
    differs: {
      because: unlisted.typedErrors,
      theirs: { result: expect.objectContaining({ rejected: 'TypeError' }) },
      ours: { result: expect.objectContaining({ rejected: 'SessionError' }) },
    },
  },
]

const fields: ParityCase[] = [
  {
    name: 'sends a field without a value',
    steps: signIn('credentials', { username: 'ann', otp: undefined }),
    differs: {
      because: unlisted.fields,
      ours: ({ requests }) => ({
        requests: requests.map((request) => {
          const { otp: _, ...body } = Object(request.body)
          return request.body ? { ...request, body } : request
        }),
      }),
    },
  },
  {
    name: 'sends a field that is a boolean',
    steps: signIn('credentials', { username: 'ann', remember: true }),
    differs: {
      because: unlisted.fields,
      theirs: { visited: [PAGE] },
      ours: {
        requests: [],
        visited: [],
        result: expect.objectContaining({ rejected: 'SessionOptionError' }),
      },
    },
  },
]

const noProviders: ParityCase = {
  name: 'goes to the sign-in page when the list of providers is empty',
  steps: answered({ 'GET providers': json({}) }),
}
const signInPage = `/api/auth/signin?${new URLSearchParams({ callbackUrl: PAGE })}`

compare('v5', [...cases, ...withPasskeys, ...fields, noProviders])
compare('v4', [
  ...cases,
  ...fields,
  {
    ...noProviders,
    differs: {
      because: unlisted.emptyList,
      theirs: { visited: ['/api/auth/error'] },
      ours: { visited: [signInPage] },
    },
  },
])
