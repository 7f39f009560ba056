// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { useLayoutEffect } from 'react'
import {
  getSessionClient,
  SessionProvider,
  type SessionProviderProps,
  signIn,
  signOut,
  useSession,
} from 'sessionchart/react'
import { beforeEach, expect, test } from 'vitest'
import { createFakePage, type FakePage } from '../client/fake-page'
import { ann, bob, themed } from '../client/sessions'
import { describeEachReactMode } from './react-modes'
import { auth, settle } from './served-auth'

let page: FakePage
/** What stood in the DOM after each commit. */
let commits: string[] = []
beforeEach(() => {
  page = createFakePage()
  commits = []
})

function Show() {
  const { data, status } = useSession()
  const text = `${status}: ${data?.user?.name ?? String(data)}`
  useLayoutEffect(() => {
    commits.push(text)
  })
  return <p role="status">{text}</p>
}

const App = (props: Partial<SessionProviderProps>) => (
  <SessionProvider environment={page.environment} {...props}>
    <Show />
  </SessionProvider>
)
const shown = () => screen.getByRole('status').textContent
const reads = () => auth.count('/session')
const client = () => getSessionClient()

describeEachReactMode(({ render }) => {
  test.for([
    ['signs in', null, bob(), 'authenticated: Bob', 'prop'],
    ['signs out', ann(), null, 'unauthenticated: null', 'prop'],
    ['changes the user', ann(), bob(), 'authenticated: Bob', 'prop'],
  ] as const)('%s in the commit that brings it, and reads once', async ([, before, after, text, type]) => {
    auth.session = after
    const { rerender } = render(<App session={before} />)
    commits = []

    rerender(<App session={after} />)

    expect(new Set(commits)).toEqual(new Set([text]))
    expect(client().getState()).toMatchObject({ data: after, cause: { type } })
    expect(client().getState().data).toBe(after)
    await settle()
    expect(reads()).toBe(1)
    expect(shown()).toBe(text)
    expect(new Set(commits)).toEqual(new Set([text]))
  })

  test('believes the server when its answer differs', async () => {
    const { rerender } = render(<App session={ann()} />)

    rerender(<App session={null} />)
    expect(shown()).toBe('unauthenticated: null')

    await settle()
    expect(shown()).toBe('authenticated: Ann')
    expect(reads()).toBe(1)
  })

  test('reads nothing for a prop that says the same', async () => {
    const seed = ann()
    const { rerender } = render(<App session={seed} />)

    rerender(<App session={ann()} />)
    rerender(<App session={ann('2098-01-01T00:00:00.000Z')} />)
    rerender(<App session={ann('1')} />)

    await settle()
    expect(reads()).toBe(0)
    expect(client().getState().data).toBe(seed)
    expect(client().getState().cause.type).toBe('seeded')
  })

  test('takes no prop for no news: pages with and without one in turn', async () => {
    const { rerender } = render(<App session={ann()} />)
    commits = []

    rerender(<App />)
    rerender(<App session={ann()} />)
    rerender(<App session={undefined} />)

    await settle()
    expect(reads()).toBe(0)
    expect(new Set(commits)).toEqual(new Set(['authenticated: Ann']))
  })

  test('takes a first prop after a start without one', async () => {
    const { rerender } = render(<App />)
    await settle()
    expect(reads()).toBe(1)

    rerender(<App session={ann()} />)
    await settle()
    expect(shown()).toBe('authenticated: Ann')
    expect(reads()).toBeLessThanOrEqual(2)
  })

  test('ends loading with a prop that comes while the first read is out', async () => {
    const answer = auth.hold('/session')
    const { rerender } = render(<App />)
    expect(shown()).toBe('loading: undefined')

    rerender(<App session={ann()} />)
    expect(shown()).toBe('authenticated: Ann')

    answer()
    await settle()
    expect(shown()).toBe('authenticated: Ann')
    expect(auth.requests.filter(({ aborted }) => !aborted)).toHaveLength(1)
  })

  test('is not frozen by null at the start', async () => {
    render(<App session={null} />)

    act(() => page.turn('hidden'))
    act(() => page.turn('visible'))
    await settle()

    expect(reads()).toBe(1)
    expect(shown()).toBe('authenticated: Ann')
  })

  test('stays signed out when the parent still has the session from before', async () => {
    const { rerender } = render(<App session={ann()} />)
    await act(() => signOut({ redirect: false }))
    commits = []

    rerender(<App session={ann()} />)
    await settle()
    expect(reads()).toBe(0)
    rerender(<App />)
    rerender(<App session={{ ...ann() }} />)
    await settle()

    expect(new Set(commits)).toEqual(new Set(['unauthenticated: null']))
    expect(reads()).toBeLessThanOrEqual(1)
  })

  test('stays signed out when an older page with its own session is shown again', async () => {
    const older = themed('dark')
    const { rerender } = render(<App session={older} />)
    rerender(<App session={ann()} />)
    await settle()
    await act(() => signOut({ redirect: false }))
    const before = reads()
    commits = []

    rerender(<App session={older} />)
    await settle()

    expect(new Set(commits)).toEqual(new Set(['unauthenticated: null']))
    expect(reads() - before).toBeLessThanOrEqual(1)
  })

  test('stays signed in when the parent still says null from before', async () => {
    const { rerender } = render(<App session={null} />)
    await act(() => signIn('credentials', { redirect: false, password: 'right' }))
    const before = reads()
    commits = []

    rerender(<App session={null} />)
    rerender(<App />)
    rerender(<App session={null} />)
    await settle()

    expect(new Set(commits)).toEqual(new Set(['authenticated: Ann']))
    expect(reads() - before).toBeLessThanOrEqual(1)
  })

  test('takes the session of the same user that ends earlier for a reason to read only', async () => {
    auth.session = themed('new')
    const { rerender } = render(<App session={themed('new')} />)
    commits = []

    rerender(<App session={themed('old', '2098-01-01T00:00:00.000Z')} />)

    expect(client().getState().data).toMatchObject({ theme: 'new' })
    await settle()
    expect(reads()).toBe(1)
    expect(client().getState().data).toMatchObject({ theme: 'new' })
  })

  test('takes a session that ends later, and one of the same user without a deadline', async () => {
    const { rerender } = render(<App session={ann()} />)

    rerender(<App session={themed('new', '2099-06-01T00:00:00.000Z')} />)
    expect(client().getState().data).toMatchObject({ theme: 'new' })

    rerender(<App session={themed('newer', 'never')} />)
    expect(client().getState()).toMatchObject({ data: { theme: 'newer' }, expiresAt: null })
    await settle()
  })

  test('keeps a prop on the screen when the read after it fails', async () => {
    const { rerender } = render(<App session={null} onError={() => {}} />)
    auth.answerNext('/session', () => new Response('', { status: 503 }))

    rerender(<App session={bob()} onError={() => {}} />)
    await settle()

    expect(shown()).toBe('authenticated: Bob')
    expect(client().getState()).toMatchObject({ isStale: true, cause: { type: 'prop' } })
  })
})
