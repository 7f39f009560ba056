import fc from 'fast-check'
import { replay } from 'sessionchart/inspect'
import { expect, test } from 'vitest'
import { createChronicler } from './chronicle/chronicle'
import { writeSequence } from './chronicle/sequence-diagram'
import { chronicleWalk } from './counter-example'
import { readSequence } from './mermaid-sequence'
import type { RequestNews } from './network'
import { run, type Walk } from './walk'
import type { WalkObserver } from './walk-observer'
import { walk } from './walks'

const all = { locks: true, channels: true, storage: true, loss: 0 }
type Step = Walk['steps'][number]
const step = (what: Step['what'], tab: number, waitMs: number): Step => ({ what, tab: tab - 1, waitMs })

async function tell(steps: Step[], abilities: Partial<Walk['abilities']> = {}) {
  const { diagram } = await chronicleWalk(
    { seed: 5, tabs: 2, abilities: { ...all, ...abilities }, steps },
    run,
  )
  return { diagram, ...readSequence(diagram) }
}

const walks = fc.sample(walk, { numRuns: 12, seed: 2032 })

test.each(walks.map((each, index) => [index, each] as const))(
  'random walk %i is told in lines that Mermaid reads, and its recordings replay',
  async (_, taken) => {
    const { diagram, recordings } = await chronicleWalk(taken, run)

    expect(readSequence(diagram).faults).toEqual([])
    for (const recording of recordings.values()) expect(replay(recording).differences).toEqual([])
  },
)

test.each(walks.map((each, index) => [index, each] as const))(
  'random walk %i takes the same way when it is looked at',
  async (_, taken) => {
    const looks: WalkObserver[] = [bare, createChronicler()]
    const [unseen, seen] = await Promise.all(
      looks.map(async (observer) => {
        const requests: RequestNews[] = []
        const request = (news: RequestNews) => {
          requests.push(news)
          observer.request(news)
        }
        const problems = await run(taken, { ...observer, request })
        return { requests, problems }
      }),
    )

    expect(seen).toEqual(unseen)
    expect(seen?.requests.length).toBeGreaterThan(5)
  },
)

const bare: WalkObserver = {
  begins() {},
  wrapperOf: () => (environment) => environment,
  opens() {},
  step() {},
  request() {},
  sees() {},
}

test('says who asks the server what, and what becomes of it', async () => {
  const { arrows } = await tell([step('sign in as ann', 1, 500), step('update', 2, 500)])

  expect(arrows).toContainEqual({
    from: 'tab1',
    to: 'server',
    arrow: '->>',
    text: 'POST /callback/credentials as ann (cookie: nobody)',
  })
  expect(arrows).toContainEqual({
    from: 'server',
    to: 'tab1',
    arrow: '-->>',
    text: 'POST /callback/credentials: 200 (sets the cookie: ann)',
  })
  const updated = arrows.find(({ text }) => text.startsWith('POST /session: '))
  expect(updated?.text).toMatch(
    /^POST \/session: 200 ann, version (\d+), answer \d+ \(sets the cookie: ann, version \1\)$/,
  )
})

test('says what a request on a broken network comes to, and what is taken back', async () => {
  const refetches = Array.from({ length: 8 }, () => step('refetch', 1, 400))
  const { arrows } = await tell([
    step('broken network', 1, 10),
    ...refetches,
    step('refetch', 1, 10),
    step('refetch', 1, 10),
  ])
  const ends = (arrow: string, text: RegExp) =>
    arrows.filter((line) => line.arrow === arrow && text.test(line.text))

  expect(ends('--x', /^GET \/session was lost on the way/)).not.toEqual([])
  expect(ends('--x', /^GET \/session: 200 nobody was lost/)).not.toEqual([])
  expect(ends('-x', /^GET \/session is taken back/)).not.toEqual([])
})

test('tells what tabs say to each other where it is heard, or that it never is', async () => {
  const signIn = [step('sign in as ann', 1, 1_000)]
  const [heard, lost] = [await tell(signIn), await tell(signIn, { loss: 1 })]
  const began = { from: 'tab1', to: 'tab2', text: expect.stringMatching(/^began sign-in, write \+\d+/) }

  expect(heard.arrows).toContainEqual({ ...began, arrow: '-)' })
  expect(heard.diagram).not.toContain('never heard')
  expect(lost.arrows).toContainEqual({ ...began, arrow: '-x' })
  expect(lost.arrows.filter(({ arrow }) => arrow === '-)')).toEqual([])
})

test('says what a stopped tab hears later, and who has taken its lock away', async () => {
  const { diagram, arrows, notes } = await tell([
    step('sign in as ann', 1, 1_000),
    step('slow network', 1, 10),
    step('refetch', 1, 50),
    step('stop', 1, 40_000),
    step('refetch', 2, 60_000),
    step('resume', 1, 1_000),
  ])
  const place = (line: string) => diagram.indexOf(line)

  expect(arrows).toContainEqual({ from: 'tab2', to: 'lock', arrow: '->>', text: 'robs tab 1' })
  expect(arrows).toContainEqual({ from: 'lock', to: 'tab1', arrow: '--x', text: 'was robbed' })
  expect(notes).toContainEqual({ over: ['tab1'], text: expect.stringMatching(/: resume \(it is stopped\)$/) })
  expect(place('not heard yet')).toBeGreaterThan(place(': stop\n'))
  expect(place('hears the answer to GET /session')).toBeGreaterThan(place(': resume'))
  expect(arrows.filter(({ to, text }) => to === 'tab1' && /, said [\d.]+ s ago$/.test(text))).not.toEqual([])
})

test('says what each tab shows and why, and what is written down', async () => {
  const { notes, arrows } = await tell([step('sign in as ann', 1, 1_000), step('sign out', 2, 1_000)])
  const shown = (tab: string) => notes.flatMap(({ over, text }) => (over[0] === tab ? [text] : []))

  expect(shown('tab1')).toContainEqual(expect.stringMatching(/^shows ann, answer \d+ \(signed-in, order /))
  expect(shown('tab1')).toContainEqual(
    expect.stringMatching(/^shows nobody \(signed-out-in-other-tab, order /),
  )
  expect(shown('tab2')).toContainEqual(expect.stringMatching(/^shows nobody \(signed-out, order /))
  expect(arrows).toContainEqual({
    from: 'tab2',
    to: 'storage',
    arrow: '->>',
    // The number that it took as its turn came.
    text: '{v:1,epoch:+1003,out:+1003}',
  })
})

test('hears nothing of the dead', async () => {
  const { diagram } = await tell([
    step('sign in as ann', 1, 1_000),
    step('slow network', 1, 0),
    step('refetch', 1, 50),
    step('kill', 1, 1_000),
  ])
  const [before = '', after = ''] = diagram.split(/Note over tab1: [\d.]+ s: kill\n/)

  expect(before.lastIndexOf('tab1->>server')).toBeGreaterThan(before.lastIndexOf('server-->>tab1'))
  expect(after).toContain('tab2')
  expect(after).not.toMatch(/tab1(?!,server)/)
})

test('notes the time after a pause, and with each step', () => {
  const lines = [
    { at: 0, over: 'tab 1', text: 'a' },
    { at: 400, over: 'tab 1', text: 'b' },
    { at: 700, over: null, text: 'c', saysTime: true },
    { at: 1_100, over: 'tab 1', text: 'd' },
    { at: 1_300, from: 'tab 1', to: 'tab 2', arrow: '-)' as const, text: 'e' },
  ]

  expect(writeSequence(['tab 1', 'tab 2', 'lock'], lines).split('\n')).toEqual([
    'sequenceDiagram',
    '  participant tab1 as tab 1',
    '  participant tab2 as tab 2',
    '  Note over tab1: a',
    '  Note over tab1: b',
    '  Note over tab1,tab2: 0.700 s: c',
    '  Note over tab1: d',
    '  Note over tab1,tab2: 1.300 s',
    '  tab1-)tab2: e',
  ])
})
