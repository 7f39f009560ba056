// @vitest-environment jsdom
import { expect } from 'vitest'
import { compare, type Difference, type ParityCase } from './harness/compare'
import { type Answer, ann, bob, json, networkError, text } from './harness/fake-server'
import type { Page } from './harness/page'
import { listed, unlisted } from './harness/reasons'

const calls = ['getSession', 'getCsrfToken', 'getProviders'] as const
type Call = (typeof calls)[number]
const keys = { getSession: 'GET session', getCsrfToken: 'GET csrf', getProviders: 'GET providers' }

const read =
  (call: Call, answer?: Answer, ...params: object[]) =>
  (page: Page) => {
    if (answer) page.server.answer({ [keys[call]]: answer })
    return page.run(() => page.library[call](...params))
  }

const everyCall = calls.flatMap((call): ParityCase[] => [
  { name: `${call} gives the answer`, steps: read(call) },
  { name: `${call} fails on an error`, steps: read(call, json({ message: 'no' }, 500)) },
  { name: `${call} fails on an error page`, steps: read(call, text('<p>', 503)) },
  { name: `${call} fails on a 401`, steps: read(call, json({}, 401)) },
  { name: `${call} fails on a page`, steps: read(call, text('<p>')) },
  { name: `${call} fails on nothing`, steps: read(call, text('')) },
  { name: `${call} fails without a network`, steps: read(call, networkError) },
  { name: `${call} gives null`, steps: read(call, json(null)) },
  {
    name: `${call} takes parameters`,
    steps: read(call, undefined, { event: 'storage', triggerEvent: true, broadcast: false }),
  },
])

const throws: Difference = {
  because: listed.results,
  theirs: { result: expect.objectContaining({ rejected: 'TypeError' }) },
  ours: ({ requests }) => ({ result: requests[0]?.url.endsWith('/csrf') ? '' : null }),
}
const v5: ParityCase[] = [
  ...calls.map((call): ParityCase => {
    return {
      name: `${call} throws on an error without a body`,
      steps: read(call, json(null, 500)),
      differs: throws,
    }
  }),
  { name: 'getSession takes null', steps: (page) => page.run(() => page.library.getSession(null as never)) },
  { name: 'getCsrfToken gives a missing token', steps: read('getCsrfToken', json({})) },
  { name: 'getCsrfToken gives a null token', steps: read('getCsrfToken', json({ csrfToken: null })) },
  { name: 'getProviders gives an empty list', steps: read('getProviders', json({})) },
  {
    name: 'getSession gives {}',
    steps: read('getSession', json({})),
    differs: { because: unlisted.emptyIsNobody, theirs: { result: {} }, ours: { result: null } },
  },
]

const v4: ParityCase[] = [
  ...calls.map((call): ParityCase => {
    return { name: `${call} gives nothing on an error without a body`, steps: read(call, json(null, 500)) }
  }),
  { name: 'getSession gives {}', steps: read('getSession', json({})) },
  { name: 'getCsrfToken gives a missing token', steps: read('getCsrfToken', json({ ok: true })) },
  { name: 'getCsrfToken gives a null token', steps: read('getCsrfToken', json({ csrfToken: null })) },
  { name: 'getProviders gives an empty list', steps: read('getProviders', json({})) },
]

/** The same calls on a page with a provider. */
const mounted =
  (call: Call, props: object = {}) =>
  async (page: Page) => {
    await page.mount({ session: ann, ...props })
    page.server.answer({ 'GET session': json(bob) })
    return page.run(() => page.library[call]())
  }
const onAPage: ParityCase[] = [
  {
    name: 'getCsrfToken asks below another base path',
    steps: mounted('getCsrfToken', { basePath: '/auth' }),
  },
  {
    name: 'getProviders asks below another base path',
    steps: mounted('getProviders', { basePath: '/auth' }),
  },
  {
    name: 'getProviders asks another origin',
    steps: mounted('getProviders', { basePath: 'https://x.example/auth' }),
  },
  {
    name: 'getProviders doubles a slash',
    steps: mounted('getProviders', { basePath: '/auth/' }),
    differs: {
      because: unlisted.slash,
      ours: ({ requests }) => ({
        requests: requests.map((request) => ({ ...request, url: request.url.replace('//', '/') })),
      }),
    },
  },
  {
    name: 'getSession changes nothing on the page',
    steps: mounted('getSession'),
    differs: {
      because: unlisted.oneSession,
      theirs: { shown: ['authenticated: Ann'], result: bob },
      ours: { shown: ['authenticated: Ann', 'authenticated: Bob'] },
    },
  },
  {
    name: 'getSession twice asks twice',
    steps: (page) => page.run(() => Promise.all([page.library.getSession(), page.library.getSession()])),
    differs: {
      because: listed.once,
      theirs: { result: [ann, ann] },
      ours: ({ requests }) => ({ requests: requests.slice(1) }),
    },
  },
]

compare('v5', [...everyCall, ...v5, ...onAPage])
compare('v4', [...everyCall, ...v4, ...onAPage])
