// @vitest-environment jsdom
import { compare, type Difference, type ParityCase } from './harness/compare'
import { type Answer, ann, bob, json, networkError, text } from './harness/fake-server'
import type { ProviderProps } from './harness/library'
import type { Page } from './harness/page'
import { listed, unlisted } from './harness/reasons'
import { get } from './harness/requests'

type Answers = Record<string, Answer>
const mount =
  (props: ProviderProps = {}, answers: Answers = {}, strict = false) =>
  async (page: Page) => {
    page.server.answer(answers)
    await page.mount(props, { strict })
  }
const reading = (answer: Answer) => mount({}, { 'GET session': answer })
const rendering =
  (...renders: ProviderProps[]) =>
  async (page: Page) => {
    for (const props of renders) await page.mount(props)
  }
const shown =
  (props: ProviderProps, answer: Answer = json(bob)) =>
  async (page: Page) => {
    await page.mount(props)
    page.server.answer({ 'GET session': answer })
    await page.hideAndShow()
  }

const propShown = (name: string): Difference => ({
  because: listed.propChanges,
  theirs: { requests: [], shown: ['authenticated: Ann'] },
  ours: { requests: [get('session')], shown: ['authenticated: Ann', name, 'authenticated: Ann'] },
})
const kept: Difference = {
  because: listed.keeps,
  theirs: { shown: ['authenticated: Ann', 'unauthenticated: null'] },
  ours: { shown: ['authenticated: Ann'] },
}

const cases: ParityCase[] = [
  { name: 'reads the session at first', steps: mount() },
  { name: 'reads nothing when it knows the session', steps: mount({ session: ann }) },
  { name: 'reads nothing when it knows that nobody is there', steps: mount({ session: null }) },
  { name: 'shows a session that has ended', steps: mount({ session: { ...ann, expires: '1' } }) },
  { name: 'shows nobody on null', steps: reading(json(null)) },
  { name: 'shows nobody on a 401', steps: reading(json({}, 401)) },
  { name: 'shows nobody on an error', steps: reading(json({ message: 'no' }, 500)) },
  { name: 'shows nobody on an error page', steps: reading(text('<p>', 502)) },
  { name: 'shows nobody on a page', steps: reading(text('<p>')) },
  { name: 'shows nobody without a network', steps: reading(networkError) },
  { name: 'shows loading until there is an answer', steps: reading('hang') },
  { name: 'reads below another base path', steps: mount({ basePath: '/auth' }) },
  { name: 'reads from another origin', steps: mount({ basePath: 'https://x.example/auth' }) },
  { name: 'does not use baseUrl in a browser', steps: mount({ baseUrl: 'https://x.example' }) },
  { name: 'does not read at another render', steps: rendering({}, {}) },
  { name: 'keeps the session when the prop is gone', steps: rendering({ session: ann }, {}) },
  {
    name: 'keeps the session when the prop is equal',
    steps: rendering({ session: ann }, { session: { ...ann } }),
  },
  {
    name: 'ignores another session',
    steps: rendering({ session: ann }, { session: bob }),
    differs: propShown('authenticated: Bob'),
  },
  {
    name: 'ignores that nobody is there now',
    steps: rendering({ session: ann }, { session: null }),
    differs: propShown('unauthenticated: null'),
  },
  {
    name: 'ignores another session when told to',
    steps: rendering(
      { session: ann, compat: { ignoreSessionPropChanges: true } },
      { session: bob, compat: { ignoreSessionPropChanges: true } },
    ),
  },
  {
    name: 'reads twice in StrictMode',
    steps: mount({}, {}, true),
    differs: {
      because: listed.once,
      ours: { requests: [get('session')], shown: ['loading: undefined', 'authenticated: Ann'] },
    },
  },
  {
    name: 'reads in StrictMode although it knows the session',
    steps: mount({ session: ann }, {}, true),
    differs: { because: listed.once, theirs: { requests: [get('session')] }, ours: { requests: [] } },
  },
  { name: 'reads when shown', steps: shown({ session: ann }) },
  {
    name: 'reads when shown soon after the first read',
    steps: shown({}),
    differs: {
      because: listed.limited,
      ours: { requests: [get('session')], shown: ['loading: undefined', 'authenticated: Ann'] },
    },
  },
  {
    name: 'does not read when shown, if told so',
    steps: shown({ session: ann, refetchOnWindowFocus: false }),
  },
  { name: 'signs out when null is read', steps: shown({ session: ann }, json(null)) },
  { name: 'signs out on a 401', steps: shown({ session: ann }, json({}, 401)) },
  {
    name: 'signs out on an error',
    steps: shown({ session: ann }, json({ message: 'no' }, 500)),
    differs: kept,
  },
  { name: 'signs out on an error page', steps: shown({ session: ann }, text('<p>', 502)), differs: kept },
  { name: 'signs out without a network', steps: shown({ session: ann }, networkError), differs: kept },
  {
    name: 'does not read when shown while nobody is there',
    steps: shown({ session: null }),
    differs: {
      because: listed.looksAgain,
      theirs: { requests: [], shown: ['unauthenticated: null'] },
      ours: { requests: [get('session')], shown: ['unauthenticated: null', 'authenticated: Bob'] },
    },
  },
  {
    name: 'does not read any more when shown, once told so',
    async steps(page) {
      await rendering({ session: ann }, { session: ann, refetchOnWindowFocus: false })(page)
      await page.hideAndShow()
    },
  },
  {
    name: 'does not read when the window gets the focus',
    async steps(page) {
      await page.mount({ session: ann })
      await page.hear(new Event('focus'))
    },
  },
  {
    name: 'does not read when back online',
    async steps(page) {
      await page.mount({ session: ann })
      await page.goOffline()
      await page.goOnline()
    },
    differs: { because: unlisted.reconnect, theirs: { requests: [] }, ours: { requests: [get('session')] } },
  },
]

const v5: ParityCase[] = [
  {
    name: 'shows {} as a session',
    steps: reading(json({})),
    differs: {
      because: unlisted.emptyIsNobody,
      theirs: { shown: ['loading: undefined', 'authenticated: somebody'] },
      ours: { shown: ['loading: undefined', 'unauthenticated: null'] },
    },
  },
]
const v4: ParityCase[] = [{ name: 'shows nobody on {}', steps: reading(json({})) }]

compare('v5', [...cases, ...v5])
compare('v4', [...cases, ...v4])
