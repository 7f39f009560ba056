// @vitest-environment jsdom
import { expect } from 'vitest'
import { compare, type Difference, type ParityCase } from './harness/compare'
import { type Answer, ann, json, networkError, text } from './harness/fake-server'
import type { Page } from './harness/page'
import { listed, unlisted } from './harness/reasons'
import { get, PAGE, postForm } from './harness/requests'

type Answers = Record<string, Answer | Answer[]>
const post = 'POST signout'
const missing = 'http://localhost:3000/api/auth/signin?error=MissingCSRF'

const signOut =
  (options?: object | null, answers: Answers = {}, props = {}) =>
  async (page: Page) => {
    await page.mount({ session: ann, ...props })
    page.server.answer({ 'GET session': json(null), ...answers })
    return page.run(() => page.library.signOut(options as object))
  }
const answered = (answers: Answers) => signOut({}, answers)
const staying = (answers: Answers = {}) => signOut({ redirect: false }, answers)

const rejected = (name: string) => expect.objectContaining({ rejected: name })
const tokenTwice = [get('csrf'), postForm('signout'), get('csrf'), postForm('signout')]
const stillThere = ['authenticated: Ann']
const gone = ['authenticated: Ann', 'unauthenticated: null']

const rejects = (theirs: Difference['theirs'], because: string = listed.failedSignOut): Difference => ({
  because,
  theirs,
  ours: { visited: [], result: rejected('SessionError') },
})

const redirecting: ParityCase[] = [
  { name: 'posts and goes where the server says', steps: signOut() },
  { name: 'redirects when told to', steps: signOut({ redirect: true }) },
  { name: 'takes null as options', steps: signOut(null) },
  { name: 'sends callbackUrl', steps: signOut({ callbackUrl: '/after' }) },
  { name: 'sends redirectTo', steps: signOut({ redirectTo: '/after' }) },
  { name: 'sends both', steps: signOut({ callbackUrl: '/one', redirectTo: '/two' }) },
  { name: 'sends the page as the target', href: `${PAGE}?y=1#z`, steps: signOut() },
  { name: 'posts below another base path', steps: signOut({}, {}, { basePath: '/auth' }) },
  {
    name: 'goes to its own target when the answer names none',
    steps: signOut({ callbackUrl: '/a' }, { [post]: json({}) }),
  },
  { name: 'goes to a page of the app by its path', steps: answered({ [post]: json({ url: '/after' }) }) },
  { name: 'reloads for a hash of the same page', steps: answered({ [post]: json({ url: `${PAGE}#part` }) }) },
  {
    name: 'goes on showing the session while the page is left',
    async steps(page) {
      await signOut()(page)
      await page.advance(5)
      return page.current.status
    },
  },
  {
    name: 'reloads for a hash of another page',
    steps: answered({ [post]: json({ url: 'http://localhost:3000/other#part' }) }),
    differs: { because: listed.hashReload, theirs: { reloads: 1 }, ours: { reloads: 0 } },
  },
  {
    name: 'goes to its own target after an error',
    steps: answered({ [post]: json({ message: 'no' }, 500) }),
    differs: rejects({ visited: [PAGE], result: undefined }),
  },
  {
    name: 'goes to the page that says that the token was wrong',
    steps: answered({ [post]: json({ url: missing }) }),
    differs: {
      because: `${unlisted.freshToken}, and ${listed.failedSignOut}`,
      theirs: { visited: [missing], result: undefined },
      ours: { visited: [], result: rejected('SessionError'), requests: tokenTwice },
    },
  },
  {
    name: 'posts without a token that it could not get',
    steps: answered({ 'GET csrf': networkError }),
    differs: {
      because: unlisted.noToken,
      theirs: { visited: [PAGE], result: undefined },
      ours: { visited: [], result: rejected('SessionError'), requests: [get('csrf')] },
    },
  },
  {
    name: 'rejects when the network fails',
    steps: answered({ [post]: networkError }),
    differs: rejects({ result: rejected('TypeError') }, unlisted.typedErrors),
  },
  {
    name: 'rejects when the answer is an error page',
    steps: answered({ [post]: text('<p>', 500) }),
    differs: rejects({ result: rejected('SyntaxError') }, unlisted.typedErrors),
  },
]

const noRead: Difference = {
  because: listed.noReadAfterSignOut,
  theirs: { requests: [get('csrf'), postForm('signout'), get('session')] },
  ours: { requests: [get('csrf'), postForm('signout')] },
}
/** Both give the caller something; what counts is that nobody is taken for signed out. */
const keepsSession = (theirs: Difference['theirs'], answer: object = {}): Difference => ({
  because: `${listed.failedSignOut}, and ${listed.results}`,
  theirs,
  ours: { requests: [get('csrf'), postForm('signout')], shown: stillThere, result: { ...answer, url: PAGE } },
})

const notRedirecting: ParityCase[] = [
  { name: 'signs out without leaving the page', steps: staying(), differs: noRead },
  {
    name: 'gives all of the answer',
    steps: staying({ [post]: json({ url: '/after', more: 1 }) }),
    differs: noRead,
  },
  {
    name: 'signs out without a provider',
    steps: (page) => page.run(() => page.library.signOut({ redirect: false })),
  },
  {
    name: 'shows nobody after an error',
    steps: staying({ [post]: json({ message: 'no' }, 500) }),
    differs: keepsSession({ shown: gone }, { message: 'no' }),
  },
  {
    name: 'throws when the network fails',
    steps: staying({ [post]: networkError }),
    differs: keepsSession({ result: rejected('TypeError'), shown: stillThere }),
  },
  {
    name: 'throws when the answer is an error page',
    steps: staying({ [post]: text('<p>', 500) }),
    differs: keepsSession({ result: rejected('SyntaxError'), shown: stillThere }),
  },
  {
    name: 'gives the page that says that the token was wrong',
    steps: staying({ [post]: json({ url: missing }) }),
    differs: {
      because: `${unlisted.freshToken}, and ${listed.failedSignOut}`,
      theirs: { result: { url: missing }, shown: gone },
      ours: { requests: tokenTwice, shown: stillThere },
    },
  },
  {
    name: 'posts without a token that it could not get',
    steps: staying({ 'GET csrf': json({}, 500) }),
    differs: {
      because: unlisted.noToken,
      theirs: { result: { url: PAGE }, shown: gone },
      ours: { requests: [get('csrf')], shown: stillThere },
    },
  },
]

const nothing: ParityCase = { name: 'takes null for redirect', steps: signOut({ redirect: null }) }

compare('v5', [...redirecting, ...notRedirecting, { ...nothing, differs: noRead }])
compare('v4', [...redirecting, ...notRedirecting, nothing])
