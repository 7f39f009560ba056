// @vitest-environment jsdom
import { compare, type ParityCase } from './harness/compare'
import { type Answer, ann, json, networkError } from './harness/fake-server'
import type { ProviderProps } from './harness/library'
import type { Page } from './harness/page'
import { listed, unlisted } from './harness/reasons'
import { PAGE } from './harness/requests'

const signInPage = (basePath = '/api/auth', callbackUrl = PAGE) =>
  `${basePath}/signin?${new URLSearchParams({ error: 'SessionRequired', callbackUrl })}`

/** Renders `useSession({ required: true })` and gives what it gives. */
const requiring =
  (props: ProviderProps, answer: Answer = json(ann)) =>
  async (page: Page) => {
    page.server.answer({ 'GET session': answer })
    await page.mount(props, { required: {} })
    const { status, data } = page.current
    return { status, data }
  }

/** Renders it with `onUnauthenticated`, goes on, and gives how often that was called. */
const calling =
  (props: ProviderProps, answer: Answer = json(ann), goOn: (page: Page) => unknown = () => {}) =>
  async (page: Page) => {
    let count = 0
    const onUnauthenticated = () => {
      count += 1
    }
    page.server.answer({ 'GET session': answer })
    await page.mount(props, { required: { onUnauthenticated } })
    await goOn(page)
    return count
  }

const cases: ParityCase[] = [
  { name: 'goes to the sign-in page', steps: requiring({ session: null }) },
  { name: 'names the page to come back to', href: `${PAGE}?a=b#c`, steps: requiring({ session: null }) },
  { name: 'goes there after a read', steps: requiring({}, json(null)) },
  { name: 'goes there after a 401', steps: requiring({}, json({}, 401)) },
  { name: 'stays with a session', steps: requiring({ session: ann }) },
  { name: 'stays when the read gives one', steps: requiring({}) },
  { name: 'waits for the first read', steps: requiring({}, 'hang') },
  { name: 'calls back instead', steps: calling({ session: null }) },
  { name: 'calls back after a read', steps: calling({}, json(null)) },
  { name: 'does not call back with a session', steps: calling({ session: ann }) },
  {
    name: 'calls back when the session is gone',
    steps: calling({ session: ann }, json(null), (page) => page.hideAndShow()),
  },
  {
    name: 'does not call back while a sign-out leaves the page',
    steps: calling({ session: ann }, json(null), (page) => page.run(() => page.library.signOut())),
  },
  {
    name: 'calls back after a sign-out',
    steps: calling({ session: ann }, json(null), (page) =>
      page.run(() => page.library.signOut({ redirect: false })),
    ),
    differs: {
      because: listed.noReadAfterSignOut,
      theirs: { result: 1 },
      ours: ({ requests }) => ({ requests: requests.slice(0, -1) }),
    },
  },
  {
    name: 'goes to the sign-in page when the first read fails',
    steps: requiring({}, networkError),
    differs: { because: listed.keeps, theirs: { visited: [signInPage()] }, ours: { visited: [] } },
  },
  {
    name: 'calls back when the first read fails',
    steps: calling({}, networkError),
    differs: { because: listed.keeps, theirs: { result: 1 }, ours: { result: 0 } },
  },
  {
    name: 'calls back when a later read fails',
    steps: calling({ session: ann }, networkError, (page) => page.hideAndShow()),
    differs: {
      because: listed.keeps,
      theirs: { result: 1, shown: ['authenticated: Ann', 'loading: null'] },
      ours: { result: 0, shown: ['authenticated: Ann'] },
    },
  },
  {
    name: 'calls each new function back',
    async steps(page) {
      let count = 0
      const required = () => ({
        onUnauthenticated() {
          count += 1
        },
      })
      await page.mount({ session: null }, { required: required() })
      await page.mount({ session: null }, { required: required() })
      return count
    },
    differs: { because: unlisted.callbackOnce, theirs: { result: 2 }, ours: { result: 1 } },
  },
  {
    name: 'goes to the sign-in page twice in StrictMode',
    async steps(page) {
      page.server.answer({ 'GET session': json(null) })
      await page.mount({ session: null }, { strict: true, required: {} })
    },
    differs: {
      because: listed.once,
      theirs: { visited: [signInPage(), signInPage()] },
      ours: { visited: [signInPage()], requests: [] },
    },
  },
  {
    name: 'shows that nobody is there when nothing is required',
    steps: (page) => page.mount({ session: null }, { required: { required: false } }),
  },
]

const v5: ParityCase[] = [
  {
    name: 'goes to the sign-in page below another base path',
    steps: requiring({ session: null, basePath: '/auth' }),
  },
]
const v4: ParityCase[] = [
  {
    name: 'goes to the sign-in page below /api/auth whatever the base path',
    steps: requiring({ session: null, basePath: '/auth' }),
    differs: {
      because: unlisted.ownSignInPage,
      theirs: { visited: [signInPage()] },
      ours: { visited: [signInPage('/auth')] },
    },
  },
]

compare('v5', [...cases, ...v5])
compare('v4', [...cases, ...v4])
