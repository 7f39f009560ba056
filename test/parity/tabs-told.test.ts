// @vitest-environment jsdom
import { compare, type Difference, type ParityCase } from './harness/compare'
import { type Answer, ann, json, networkError } from './harness/fake-server'
import type { Version } from './harness/library'
import type { Page } from './harness/page'
import { listed, unlisted } from './harness/reasons'
import { get } from './harness/requests'

type Answers = Record<string, Answer>
const changed = { event: 'session', data: { trigger: 'getSession' } }
const signedOut = { event: 'session', data: { trigger: 'signout' } }
const kept = { compat: { loadingWhileUpdating: true }, session: ann }

const cases = (version: Version): ParityCase[] => {
  /** What the other tabs of the same version heard of the steps. */
  const telling =
    (steps: (page: Page) => unknown, answers: Answers = {}) =>
    async (page: Page) => {
      await page.mount(kept)
      page.server.answer(answers)
      await steps(page)
      return told(page)
    }
  const told = ({ tabs }: Page) => (version === 'v5' ? tabs.told.channel : tabs.told.storage)
  const signOut = (options?: object) => (page: Page) => page.run(() => page.library.signOut(options))
  const signIn = (page: Page) => page.run(() => page.library.signIn('credentials', { redirect: false }))

  const silent: Difference = {
    because: unlisted.silentReads,
    theirs: { result: [changed] },
    ours: { result: [] },
  }
  const noRead: Difference = {
    because: listed.noReadAfterSignOut,
    theirs: { result: [signedOut] },
    ours: ({ requests }) => ({
      requests: requests.slice(0, -1),
      shown: ['authenticated: Ann', 'unauthenticated: null'],
    }),
  }
  return [
    { name: 'tells of a sign-out that leaves the page', steps: telling(signOut()) },
    { name: 'tells of a sign-out', steps: telling(signOut({ redirect: false })), differs: noRead },
    {
      name: 'tells of a sign-out without a provider',
      async steps(page) {
        await signOut({ redirect: false })(page)
        return told(page)
      },
    },
    {
      name: 'tells of a sign-out that failed',
      steps: telling(signOut(), { 'POST signout': json({ message: 'no' }, 500) }),
      differs: {
        because: listed.failedSignOut,
        theirs: { result: [signedOut] },
        ours: { result: [], visited: [] },
      },
    },
    {
      name: 'tells nothing of a sign-out that did not come through',
      steps: telling(signOut(), { 'POST signout': networkError }),
    },
    {
      name: 'tells of an update',
      steps: telling((page) => page.run(() => page.current.update({ name: 'Anna' }))),
    },
    {
      name: 'tells of an update without data',
      steps: telling((page) => page.run(() => page.current.update())),
    },
    {
      name: 'tells nothing of an update that failed',
      steps: telling((page) => page.run(() => page.current.update({})), { 'POST session': networkError }),
    },
    {
      name: 'tells nothing of a sign-in',
      steps: telling(signIn),
      differs: { because: unlisted.announces, theirs: { result: [] }, ours: { result: [changed] } },
    },
    {
      name: 'tells nothing of a sign-in that failed',
      steps: telling(signIn, {
        'POST callback/credentials': json({ url: 'http://x.example/?error=X' }, 401),
      }),
    },
    {
      name: 'tells nothing of a sign-in that leaves the page',
      steps: telling((page) => page.run(() => page.library.signIn('github'))),
    },
    {
      name: 'tells of getSession',
      steps: telling((page) => page.run(() => page.library.getSession())),
      differs: silent,
    },
    { name: 'tells of a read when shown', steps: telling((page) => page.hideAndShow()), differs: silent },
    {
      name: 'tells of a poll',
      async steps(page) {
        await page.mount({ session: ann, refetchInterval: 10 })
        await page.advance(10)
        return told(page)
      },
      differs: silent,
    },
    {
      name: 'tells of the first read',
      async steps(page) {
        await page.mount()
        return told(page)
      },
      differs: silent,
    },
    {
      name: 'tells nothing of a read because of another tab',
      steps: telling((page) => {
        if (version === 'v5') page.tabs.post(changed)
        else page.tabs.write('nextauth.message', { ...changed, timestamp: 1 })
        return page.settle()
      }),
    },
  ]
}

const readsTwice: Difference = {
  because: listed.once,
  theirs: { requests: [get('session'), get('session')] },
  ours: { requests: [get('session')] },
}
/** A page of v5 hears its own `getSession` and reads again. */
const hearingItself: ParityCase[] = [
  { name: 'reads twice at first', hearsItself: true, steps: (page) => page.mount(), differs: readsTwice },
  {
    name: 'reads twice when shown',
    hearsItself: true,
    async steps(page) {
      await page.mount({ session: ann })
      await page.hideAndShow()
    },
    differs: readsTwice,
  },
]

compare('v5', [...cases('v5'), ...hearingItself])
compare('v4', cases('v4'))
