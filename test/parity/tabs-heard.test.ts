// @vitest-environment jsdom
import { compare, type Difference, type ParityCase } from './harness/compare'
import { type Answer, ann, bob, json, networkError } from './harness/fake-server'
import type { ProviderProps } from './harness/library'
import type { Page } from './harness/page'
import { listed, unlisted } from './harness/reasons'
import { get } from './harness/requests'

const changed = { event: 'session', data: { trigger: 'getSession' } }
const signedOut = { event: 'session', data: { trigger: 'signout' } }
const stored = (message: object) => ({ ...message, timestamp: 1_700_000_000 })

interface Hearing {
  props?: ProviderProps
  answer?: Answer
  hidden?: boolean
}
const hears =
  (
    say: (page: Page) => void,
    { props = { session: ann }, answer = json(bob), hidden = false }: Hearing = {},
  ) =>
  async (page: Page) => {
    await page.mount(props)
    page.server.answer({ 'GET session': answer })
    if (hidden) await page.hide()
    await page.run(() => say(page))
  }
const posted = (message: unknown, hearing?: Hearing) => hears((page) => page.tabs.post(message), hearing)
const written = (message: unknown, hearing?: Hearing) =>
  hears((page) => page.tabs.write('nextauth.message', message), hearing)

const keeps: Difference = {
  because: listed.keeps,
  theirs: { shown: ['authenticated: Ann', 'unauthenticated: null'] },
  ours: { shown: ['authenticated: Ann'] },
}
const ignores: Difference = {
  because: unlisted.foreign,
  theirs: { requests: [get('session')] },
  ours: { requests: [], shown: ['authenticated: Ann'] },
}
const hearsBoth: Difference = {
  because: unlisted.bothKinds,
  theirs: { requests: [], shown: ['authenticated: Ann'] },
  ours: { requests: [get('session')], shown: ['authenticated: Ann', 'authenticated: Bob'] },
}

const everyTab = (say: typeof posted | typeof written, wrap: (message: object) => object): ParityCase[] => [
  { name: 'reads when another tab has changed the session', steps: say(wrap(changed)) },
  { name: 'reads when another tab has signed out', steps: say(wrap(signedOut), { answer: json(null) }) },
  { name: 'reads when another tab has signed in', steps: say(wrap(changed), { props: { session: null } }) },
  { name: 'reads while hidden', steps: say(wrap(changed), { hidden: true }) },
  {
    name: 'reads although it does not when shown',
    steps: say(wrap(changed), { props: { session: ann, refetchOnWindowFocus: false } }),
  },
  {
    name: 'signs out when that read fails',
    steps: say(wrap(changed), { answer: networkError }),
    differs: keeps,
  },
]

compare('v5', [
  ...everyTab(posted, (message) => message),
  { name: 'reads on any other message', steps: posted({ hello: 'there' }), differs: ignores },
  { name: 'reads on null', steps: posted(null), differs: ignores },
  { name: 'does not hear tabs of v4', steps: written(stored(changed)), differs: hearsBoth },
])

compare('v4', [
  ...everyTab(written, stored),
  { name: 'ignores another event', steps: written({ event: 'other', data: {} }) },
  { name: 'ignores a message without data', steps: written({ event: 'session' }) },
  { name: 'ignores another key', steps: hears((page) => page.tabs.write('other', stored(changed))) },
  {
    name: 'reads on another trigger',
    steps: written(stored({ event: 'session', data: { trigger: 'x' } })),
    differs: ignores,
  },
  { name: 'does not hear tabs of v5', steps: posted(changed), differs: hearsBoth },
])
