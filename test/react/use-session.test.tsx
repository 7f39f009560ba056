// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { SessionProvider, type SessionProviderProps, useSession } from 'sessionchart/react'
import { beforeEach, expect, test } from 'vitest'
import { json, serverError } from '../client/fake-auth'
import { ann } from '../client/sessions'
import { takeComplaints } from './complaints'
import { createProbe, type Probe } from './probe'
import { describeEachReactMode } from './react-modes'
import { auth, settle, unreachable } from './served-auth'

function Show() {
  const { data, status } = useSession()
  return <p>{`${status}: ${data?.user?.name ?? String(data)}`}</p>
}

let probe: Probe<ReturnType<typeof useSession>>
beforeEach(() => {
  probe = createProbe(() => useSession())
})

const App = (props: Partial<SessionProviderProps>) => (
  <SessionProvider {...props}>
    <Show />
    <probe.Probe />
  </SessionProvider>
)
const requests = () => auth.requests.map(({ method, path }) => `${method} ${path}`)

describeEachReactMode(({ render }) => {
  test('loads, then shows who is signed in, with one read', async () => {
    const answer = auth.hold('/session')
    render(<App />)
    expect(screen.getByText('loading: undefined')).toBeDefined()

    answer()
    await screen.findByText('authenticated: Ann')

    await settle()
    expect(requests()).toEqual(['GET /session'])
  })

  test('shows a seed at once and reads nothing', async () => {
    render(<App session={ann()} />)

    expect(screen.getByText('authenticated: Ann')).toBeDefined()
    await settle()
    expect(auth.requests).toEqual([])
  })

  test('takes null as a seed that says signed out', async () => {
    render(<App session={null} />)

    expect(screen.getByText('unauthenticated: null')).toBeDefined()
    await settle()
    expect(auth.requests).toEqual([])
  })

  test.for([
    ['null', () => json(null)],
    ['{}', () => json({})],
    ['nothing', () => new Response('')],
    ['401', () => json({ error: 'no' }, 401)],
  ] as const)('shows unauthenticated when the server answers %s', async ([, answer]) => {
    auth.answerNext('/session', answer)
    render(<App />)

    await screen.findByText('unauthenticated: null')
  })

  test('leaves loading when the first read fails, and becomes right when the server is back', async () => {
    auth.answerNext('/session', unreachable)
    render(<App />)
    await screen.findByText('unauthenticated: null')

    await act(() => probe.latest().update())

    expect(screen.getByText('authenticated: Ann')).toBeDefined()
    takeComplaints()
  })

  test.for([
    ['no answer comes', unreachable],
    ['the server fails', serverError],
    ['the answer is no JSON', () => new Response('<h1>Sign in to the Wi-Fi</h1>')],
    ['the answer is no session', () => json([])],
  ] as const)('keeps the session when %s', async ([, answer]) => {
    const session = ann()
    render(<App session={session} />)
    auth.answerNext('/session', answer)

    const result = await act(() => probe.latest().update())

    expect(result).toBeNull()
    expect(probe.latest().status).toBe('authenticated')
    expect(probe.latest().data).toBe(session)
    takeComplaints()
  })

  test('signs out when the server answers an update with nobody', async () => {
    render(<App session={ann()} />)
    auth.answerNext('/session', () => json(null))

    const result = await act(() => probe.latest().update({ name: 'Anna' }))

    expect(result).toBeNull()
    expect(screen.getByText('unauthenticated: null')).toBeDefined()
  })

  test('never shows loading while an update runs', async () => {
    render(<App session={ann()} />)

    const result = await act(() => probe.latest().update({ user: { name: 'Anna' } }))

    expect(result?.user?.name).toBe('Anna')
    expect(screen.getByText('authenticated: Anna')).toBeDefined()
    expect(new Set(probe.seen.map(({ status }) => status))).toEqual(new Set(['authenticated']))
    expect(requests()).toEqual(['GET /csrf', 'POST /session'])
  })

  test('gives one update function for ever, which works from the first render on', async () => {
    const answer = auth.hold('/session')
    render(<App />)
    const [first] = probe.seen
    const result = first?.update({ user: { name: 'Anna' } })

    answer()

    expect((await act(() => result))?.user?.name).toBe('Anna')
    expect(new Set(probe.seen.map(({ update }) => update)).size).toBe(1)
    expect(new Set(probe.seen.map(({ status }) => status))).toEqual(new Set(['loading', 'authenticated']))
  })

  test('refuses to update with data that cannot be sent', async () => {
    render(<App session={ann()} />)

    await expect(probe.latest().update({ id: 1n })).rejects.toThrow(TypeError)
    expect(auth.requests).toEqual([])
  })

  test('asks where the provider says', async () => {
    render(<App basePath="/other/auth/" />)

    await screen.findByText('authenticated: Ann')
    expect(auth.requests.map(({ url }) => url)).toEqual(['http://localhost:3000/other/auth/session'])
  })

  test('says so outside a provider, with the words of next-auth', () => {
    expect(() => render(<Show />)).toThrow(
      '[next-auth]: `useSession` must be wrapped in a <SessionProvider />',
    )
    takeComplaints()
  })
})
