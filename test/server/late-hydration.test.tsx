// @vitest-environment jsdom
import { act, waitFor } from '@testing-library/react'
import { Suspense, use } from 'react'
import {
  getSessionClient,
  SessionLoading,
  SessionProvider,
  SignedIn,
  SignedOut,
  useSession,
  useSessionSelector,
  useSessionState,
} from 'sessionchart/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ann, bob } from '../client/sessions'
import { dropComplaints } from '../react/complaints'
import { auth, settle } from '../react/served-auth'
import { createGate } from '../support/gate'
import { hydrate, onServer } from './hydrate'
import { stream } from './stream'

type Seed = ReturnType<typeof ann> | null | undefined

let seen: string[] = []
beforeEach(() => {
  seen = []
})
// Here the server and the browser are one process, which React does not expect.
afterEach(() => {
  dropComplaints('Detected multiple renderers concurrently rendering')
  vi.unstubAllEnvs()
})

function Show({ name, after }: { name: string; after?: Promise<void> | undefined }) {
  if (after) use(after)
  const { data, status } = useSession()
  const state = useSessionState()
  const email = useSessionSelector((picked) => picked.data?.user?.email)
  const text = `${name}: ${status} ${data?.user?.name} ${state.status} ${email} `
  seen.push(text)
  return (
    <p>
      {text}
      <SignedIn>in</SignedIn>
      <SignedOut>out</SignedOut>
      <SessionLoading>loading</SessionLoading>
    </p>
  )
}

const App = ({ session, after }: { session: Seed; after?: Promise<void> }) => (
  <main>
    <SessionProvider session={session}>
      <Show name="early" />
      <Suspense fallback="wait">
        <Show name="late" after={after} />
      </Suspense>
    </SessionProvider>
  </main>
)

/** Hydrates a streamed page as far as the boundary that waits. The rest is sent when the test says so. */
async function load(session: Seed) {
  const [shell, rest] = await onServer(async () => {
    const gate = createGate()
    const { html, shell, end } = stream(<App session={session} after={gate.opened} />)
    await shell
    const sent = html()
    gate.open()
    await end
    return [sent, html().slice(sent.length)] as const
  })
  expect([shell, rest].map((html) => /(early|late): /.exec(html)?.[1])).toEqual(['early', 'late'])
  seen = []
  const page = await hydrate(shell, <App session={session} />)
  const sendRest = async () => {
    await act(async () => page.receive(rest))
    // First React has to find the part.
    await waitFor(() => expect(seen.some((text) => text.startsWith('late: '))).toBe(true))
    await settle()
  }
  return { ...page, sendRest }
}
/** What the late part was rendered with in the browser, one after the other. */
const lateRenders = () => seen.filter((text) => text.startsWith('late')).map((text) => text.trim())
const shown = ({ container }: { container: HTMLElement }) =>
  [...container.querySelectorAll('p')].map((each) => each.textContent)

test.for([
  ['a seed', ann()],
  ['no seed', undefined],
] as const)('hydrates a part that comes late, with %s', async ([, session]) => {
  const page = await load(session)
  await settle()
  expect(shown(page)).toEqual(['early: authenticated Ann authenticated ann@example.com in'])

  await page.sendRest()

  expect(shown(page)).toEqual([
    'early: authenticated Ann authenticated ann@example.com in',
    'late: authenticated Ann authenticated ann@example.com in',
  ])
  expect(page.recovered).toEqual([])
  expect(auth.count('/session')).toBe(session ? 0 : 1)
})

test.for(['test', 'production'])(
  'shows the session of now in a part that comes late, after another user has signed in: %s',
  async (mode) => {
    vi.stubEnv('NODE_ENV', mode)
    const page = await load(ann())
    auth.session = bob()
    await act(() => getSessionClient().refetch())
    expect(shown(page)).toContain('early: authenticated Bob authenticated bob@example.com in')

    await page.sendRest()

    expect(shown(page)).toEqual([
      'early: authenticated Bob authenticated bob@example.com in',
      'late: authenticated Bob authenticated bob@example.com in',
    ])
    expect(lateRenders()).toEqual([
      'late: authenticated Ann authenticated ann@example.com',
      'late: authenticated Bob authenticated bob@example.com',
    ])
    expect(page.recovered).toEqual([])
  },
)

test('shows the session of now in a part that comes late, after a sign-out', async () => {
  const page = await load(ann())
  await act(() => getSessionClient().signOut({ redirect: false }))

  await page.sendRest()

  expect(shown(page)).toEqual([
    'early: unauthenticated undefined unauthenticated undefined out',
    'late: unauthenticated undefined unauthenticated undefined out',
  ])
  expect(lateRenders()).toEqual([
    'late: authenticated Ann authenticated ann@example.com',
    'late: unauthenticated undefined unauthenticated undefined',
  ])
  expect(page.recovered).toEqual([])
})

test('finds the HTML of the server as it was when only a part of the state has changed', async () => {
  const page = await load(ann())
  auth.answerNext('/session', () => new Response('', { status: 503 }))
  getSessionClient().configure({ session: ann(), onError: () => {} })
  await act(() => getSessionClient().refetch())

  await page.sendRest()

  expect(shown(page)[1]).toBe('late: authenticated Ann authenticated ann@example.com in')
  expect(page.recovered).toEqual([])
})

test('never tells two stories in one part', async () => {
  const page = await load(ann())
  auth.session = bob()
  await act(() => getSessionClient().refetch())

  await page.sendRest()

  const late = page.texts.flatMap((text) => text.match(/late: .*/) ?? [])
  expect(late.length).toBeGreaterThan(0)
  expect(late.filter((text) => /Ann/.test(text) && /bob@/.test(text))).toEqual([])
  expect(late.filter((text) => /Bob/.test(text) && /ann@/.test(text))).toEqual([])
})
