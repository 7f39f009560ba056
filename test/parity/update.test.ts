// @vitest-environment jsdom
import { expect } from 'vitest'
import { compare, type Difference, type ParityCase } from './harness/compare'
import { type Answer, ann, anna, json, networkError, text } from './harness/fake-server'
import type { ProviderProps } from './harness/library'
import type { Outcome, Page } from './harness/page'
import { listed, unlisted } from './harness/reasons'
import { get, postUpdate } from './harness/requests'

type Answers = Record<string, Answer | Answer[]>
const oldWay = { compat: { loadingWhileUpdating: true } }
const post = 'POST session'

const update =
  (data: unknown[], answers: Answers = {}, props: ProviderProps = { session: ann }) =>
  async (page: Page) => {
    page.server.answer(answers)
    await page.mount({ ...oldWay, ...props })
    return page.run(() => page.current.update(...data))
  }
const answered = (answers: Answers) => update([{ name: 'Anna' }], answers)

const rejected = (name: string) => expect.objectContaining({ rejected: name })
const withoutLoading = ({ shown }: Outcome) => ({
  shown: shown.filter((one, index) => !one.startsWith('loading') && one !== shown[index - 2]),
})
const signsOut: Difference = {
  because: listed.nullSignsOut,
  theirs: { shown: ['authenticated: Ann', 'loading: Ann', 'authenticated: Ann'], result: null },
  ours: { shown: ['authenticated: Ann', 'loading: Ann', 'unauthenticated: null'] },
}
const asksAgain = (theirs: Difference['theirs']): Difference => ({
  because: unlisted.freshToken,
  theirs,
  ours: ({ requests }) => ({
    requests: [...requests, ...requests],
    result: anna,
    shown: ['authenticated: Ann', 'loading: Ann', 'authenticated: Anna'],
  }),
})

const cases: ParityCase[] = [
  { name: 'posts an object and shows the answer', steps: update([{ name: 'Anna', tags: ['a', 1, null] }]) },
  { name: 'posts an empty object', steps: update([{}]) },
  { name: 'posts null', steps: update([null]) },
  { name: 'posts a string', steps: update(['Anna']) },
  { name: 'posts a number', steps: update([0]) },
  { name: 'posts false', steps: update([false]) },
  { name: 'posts an array', steps: update([[1, 2]]) },
  { name: 'posts what JSON makes of it', steps: update([{ at: new Date(0), left: undefined }]) },
  { name: 'sends nothing but the wish', steps: update([]) },
  { name: 'takes undefined for nothing', steps: update([undefined]) },
  { name: 'posts below another base path', steps: update([{}], {}, { session: ann, basePath: '/auth' }) },
  {
    name: 'gives null and keeps the session when the network fails',
    steps: answered({ [post]: networkError }),
  },
  {
    name: 'gives null and keeps the session after an error',
    steps: answered({ [post]: json({ message: 'no' }, 500) }),
  },
  {
    name: 'gives null and keeps the session after an error page',
    steps: answered({ [post]: text('<p>', 502) }),
  },
  {
    name: 'gives null and keeps the session when the answer is no JSON',
    steps: answered({ [post]: text('<p>') }),
  },
  {
    name: 'gives null and keeps the session when nothing was sent and the network fails',
    steps: update([], { [post]: networkError, 'GET session': networkError }),
  },
  {
    name: 'shows loading',
    steps: update([{}], {}, { session: ann, compat: {} }),
    differs: { because: listed.noLoading, ours: withoutLoading },
  },
  {
    name: 'shows loading without data, too',
    steps: update([], {}, { session: ann, compat: {} }),
    differs: { because: listed.noLoading, ours: withoutLoading },
  },
  { name: 'keeps the session that null denies', steps: answered({ [post]: json(null) }), differs: signsOut },
  { name: 'keeps the session after a 401', steps: answered({ [post]: json({}, 401) }), differs: signsOut },
  {
    name: 'posts without a token that it could not get',
    steps: answered({ 'GET csrf': networkError }),
    differs: {
      because: unlisted.noToken,
      theirs: { result: anna },
      ours: {
        requests: [get('csrf')],
        result: null,
        shown: ['authenticated: Ann', 'loading: Ann', 'authenticated: Ann'],
      },
    },
  },
  {
    name: 'gives null for what cannot be serialised',
    async steps(page) {
      const circle: { self?: object } = {}
      circle.self = circle
      return update([circle])(page)
    },
    differs: {
      because: unlisted.serialises,
      theirs: { result: null },
      ours: { requests: [], result: rejected('TypeError'), shown: ['authenticated: Ann'] },
    },
  },
  {
    name: 'sends two at a time',
    async steps(page) {
      await page.mount({ session: ann, ...oldWay })
      return page.run(() => Promise.all([page.current.update({ n: 1 }), page.current.update({ n: 2 })]))
    },
    differs: {
      because: listed.settles,
      theirs: {
        requests: [get('csrf'), get('csrf'), postUpdate({ data: { n: 1 } }), postUpdate({ data: { n: 2 } })],
      },
      ours: {
        requests: [get('csrf'), postUpdate({ data: { n: 1 } }), get('csrf'), postUpdate({ data: { n: 2 } })],
        shown: ['authenticated: Ann', 'loading: Ann', 'loading: Anna', 'authenticated: Anna'],
      },
    },
  },
  {
    name: 'does nothing while loading',
    async steps(page) {
      page.server.answer({ 'GET session': 'hang' })
      await page.mount(oldWay)
      return page.run(() => page.current.update({ name: 'Anna' }))
    },
    differs: {
      because: listed.settles,
      theirs: { requests: [get('session')], result: undefined },
      ours: { result: 'waits' },
    },
  },
]

const v5: ParityCase[] = [
  { name: 'posts although nobody is signed in', steps: update([{}], {}, { session: null }) },
  { name: 'reads although nobody is signed in', steps: update([], {}, { session: null }) },
  {
    name: 'rejects when the token was wrong',
    steps: answered({ [post]: [json(null, 400), json(anna)] }),
    differs: asksAgain({ result: rejected('TypeError') }),
  },
  {
    name: 'shows the empty object as a session',
    steps: answered({ [post]: json({}) }),
    differs: {
      because: unlisted.emptyIsNobody,
      theirs: { result: {}, shown: ['authenticated: Ann', 'loading: Ann', 'authenticated: somebody'] },
      ours: { result: null, shown: ['authenticated: Ann', 'loading: Ann', 'unauthenticated: null'] },
    },
  },
]

const v4: ParityCase[] = [
  {
    name: 'does nothing when nobody is signed in',
    steps: update([{ name: 'Anna' }], {}, { session: null }),
    differs: {
      because: listed.settles,
      theirs: { requests: [], result: undefined },
      ours: {
        requests: [get('csrf'), postUpdate({ data: { name: 'Anna' } })],
        result: anna,
        shown: ['unauthenticated: null', 'loading: null', 'authenticated: Anna'],
      },
    },
  },
  {
    name: 'gives null when the token was wrong',
    steps: answered({ [post]: [json({}, 400), json(anna)] }),
    differs: asksAgain({ result: null }),
  },
  { name: 'keeps the session that {} denies', steps: answered({ [post]: json({}) }), differs: signsOut },
]

compare('v5', [...cases, ...v5])
compare('v4', [...cases, ...v4])
