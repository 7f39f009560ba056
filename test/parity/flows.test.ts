// @vitest-environment jsdom
import { expect } from 'vitest'
import { compare, type ParityCase } from './harness/compare'
import { ann, answerLater, json, networkError } from './harness/fake-server'
import type { Page } from './harness/page'
import { listed, unlisted } from './harness/reasons'
import { get, PAGE } from './harness/requests'

/** More than one sign-in or sign-out at a time, and targets that no browser should be sent to. */

const password = { username: 'ann', password: 'secret', redirect: false }
const rejectedAs = (name: string) => expect.objectContaining({ rejected: name })
const ok = expect.objectContaining({ ok: true, status: 200, url: PAGE })

const goingTo = (call: 'signIn' | 'signOut', target: string) => async (page: Page) => {
  await page.mount({ session: ann })
  const options = { callbackUrl: target, redirectTo: target }
  return page.run(() =>
    call === 'signIn' ? page.library.signIn('github', options) : page.library.signOut(options),
  )
}

/** Signs in, leaves the page before the request has an answer, which then fails. Gives what came of the sign-in. */
const leavingDuring = (request: string) => async (page: Page) => {
  const later = answerLater()
  page.server.answer({ [request]: later.answer })
  await page.mount({ session: null })
  const ends: unknown[] = []
  await page.run(() => {
    page.library.signIn('credentials', { ...password, redirect: true }).then(
      () => ends.push('resolved'),
      (error: Error) => ends.push(error.name),
    )
  })
  await page.hear(new Event('beforeunload'))
  await page.run(() => later.give(networkError))
  return ends
}
const script = 'javascript:alert(1)'

const safeTargets = (['signIn', 'signOut'] as const).flatMap((call): ParityCase[] => [
  { name: `${call} sends a path`, steps: goingTo(call, '/after') },
  { name: `${call} sends an address of another site`, steps: goingTo(call, 'https://elsewhere.example/') },
  ...[script, 'data:text/html,x', '//evil.example', ' java\nscript:alert(1)'].map(
    (target): ParityCase => ({
      name: `${call} sends ${JSON.stringify(target)}`,
      steps: goingTo(call, target),
      differs: {
        because: listed.safeTargets,
        theirs: { result: undefined },
        ours: { requests: [], visited: [], result: rejectedAs('SessionError') },
      },
    }),
  ),
])

const cases: ParityCase[] = [
  ...safeTargets,
  {
    name: 'goes to a script that the server names',
    async steps(page) {
      page.server.answer({ 'POST signin/github': json({ url: script }) })
      await page.mount({ session: ann })
      return page.run(() => page.library.signIn('github'))
    },
    differs: {
      because: listed.safeTargets,
      theirs: { visited: [script], result: undefined },
      ours: ({ requests }) => ({
        // It looks whether the session is still the same: it was about to leave.
        requests: [...requests, get('session')],
        visited: [],
        result: rejectedAs('SessionError'),
      }),
    },
  },
  {
    name: 'goes to the error page although the user is leaving',
    steps: leavingDuring('GET providers'),
    differs: {
      because: unlisted.leaving,
      theirs: { visited: ['/api/auth/error'], result: ['resolved'] },
      ours: { visited: [] },
    },
  },
  {
    name: 'rejects when the user leaves during the post',
    steps: leavingDuring('POST callback/credentials'),
    differs: { because: unlisted.leaving, theirs: { result: ['TypeError'] }, ours: { result: ['resolved'] } },
  },
  {
    name: 'signs in twice on a double click',
    async steps(page) {
      await page.mount({ session: null })
      const { signIn } = page.library
      return page.run(() => Promise.all([signIn('credentials', password), signIn('credentials', password)]))
    },
    differs: {
      because: listed.joins,
      theirs: { result: [ok, ok] },
      ours: ({ requests }) => ({ requests: requests.filter((_, index) => index % 2 === 0) }),
    },
  },
  {
    name: 'signs out while signing in',
    async steps(page) {
      await page.mount({ session: null })
      const { signIn, signOut } = page.library
      const results = () =>
        Promise.all([
          signIn('credentials', password),
          Promise.resolve(signOut()).catch((error: Error) => error.message),
        ])
      return page.run(results)
    },
    differs: {
      because: listed.busy,
      theirs: { result: [ok, undefined], visited: [PAGE] },
      ours: ({ requests }) => ({
        result: [ok, 'Another sign-in or sign-out is running.'],
        requests: [requests[0], requests[2], requests[4], get('session')].filter(
          (request) => request !== undefined,
        ),
        visited: [],
      }),
    },
  },
]

compare('v5', cases)
compare('v4', cases)
