import { Suspense, use } from 'react'
import { SessionProvider, SignedIn, SignedOut, useSession, useSessionState } from 'sessionchart/react'
import { afterEach, expect, test, vi } from 'vitest'
import { createActor } from 'xstate'
import { ann, bob } from '../client/sessions'
import { createGate } from '../support/gate'
import { stream } from './stream'
import { takeTraces, watchChannels } from './traces'

vi.mock('xstate', async (original) => {
  const actual = await original<typeof import('xstate')>()
  return { ...actual, createActor: vi.fn(actual.createActor) }
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function Show({ after }: { after?: Promise<void> }) {
  if (after) use(after)
  const { data, status } = useSession()
  const { cause } = useSessionState()
  return (
    <p>
      {`${after ? 'late' : 'early'} ${status} ${data?.user?.name} ${cause.type}`}
      <SignedIn>in</SignedIn>
      <SignedOut>out</SignedOut>
    </p>
  )
}

const page = (session: ReturnType<typeof ann> | null | undefined, after: Promise<void>) => (
  <main>
    <SessionProvider session={session}>
      <Show />
      <Suspense fallback="wait">
        <Show after={after} />
      </Suspense>
    </SessionProvider>
  </main>
)
const shown = (html: string) => html.match(/(early|late) [a-z]+ \w+ \w+/g)

test('sends the same session early and late', async () => {
  const gate = createGate()
  const { html, shell, end, errors } = stream(page(ann(), gate.opened))
  await shell
  expect(shown(html())).toEqual(['early authenticated Ann seeded'])

  gate.open()
  await end

  expect(shown(html())).toEqual(['early authenticated Ann seeded', 'late authenticated Ann seeded'])
  expect(errors).toEqual([])
})

test('never mixes renders that run at the same time', async () => {
  const sessions = [ann(), bob(), null, undefined]
  const gates = sessions.map(createGate)
  const streams = sessions.map((session, index) =>
    stream(page(session, gates[index]?.opened as Promise<void>)),
  )
  await Promise.all(streams.map(({ shell }) => shell))
  for (const gate of gates.reverse()) gate.open()
  await Promise.all(streams.map(({ end }) => end))

  expect(streams.map(({ html }) => shown(html()))).toEqual(
    [
      'authenticated Ann seeded',
      'authenticated Bob seeded',
      'unauthenticated undefined seeded',
      'loading undefined starting',
    ].map((text) => [`early ${text}`, `late ${text}`]),
  )
})

test('makes no actor, opens no channel and leaves nothing', async () => {
  const opened = watchChannels()
  const fetch = vi.fn()
  vi.stubGlobal('fetch', fetch)
  const before = takeTraces()
  const gate = createGate()
  const { shell, end } = stream(page(undefined, gate.opened))
  await shell
  gate.open()
  await end

  expect(takeTraces()).toEqual(before)
  expect(createActor).not.toHaveBeenCalled()
  expect(opened).not.toHaveBeenCalled()
  expect(fetch).not.toHaveBeenCalled()
})
