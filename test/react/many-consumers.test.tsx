// @vitest-environment jsdom
import { act } from '@testing-library/react'
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
import { expect, test } from 'vitest'
import { ann, bob } from '../client/sessions'
import { describeEachReactMode } from './react-modes'
import { auth } from './served-auth'

const EACH = 200
const numbers = Array.from({ length: EACH }, (_, number) => number)
let renders = 0
function counted<T>(shown: T): T {
  renders += 1
  return shown
}

const ReadsSession = () => counted(useSession().data?.user?.name)
const ReadsStatus = () => counted(useSession().status)
const ReadsState = () => {
  const { data, status } = useSessionState()
  return counted(`${status} ${data?.user?.name}`)
}
const Selects = () => counted(useSessionSelector(({ data }) => data?.user?.email))
const Inside = () => counted(null)
const Guarded = () => (
  <>
    <SignedIn>
      <Inside />
    </SignedIn>
    <SignedOut>
      <Inside />
    </SignedOut>
    <SessionLoading>
      <Inside />
    </SessionLoading>
  </>
)
const kinds = { ReadsSession, ReadsStatus, ReadsState, Selects, Guarded }

const App = () => (
  <SessionProvider session={ann()}>
    {Object.entries(kinds).map(([kind, Kind]) => numbers.map((number) => <Kind key={`${kind} ${number}`} />))}
  </SessionProvider>
)

describeEachReactMode(({ render }) => {
  test('renders none of 1,000 consumers for an unchanged refetch or update', async () => {
    render(<App />)
    expect(renders).toBeGreaterThanOrEqual(5 * EACH)
    const client = getSessionClient()
    renders = 0

    await act(() => client.refetch())
    await act(() => client.update())
    await act(() => client.update({}))
    expect(auth.count('/session')).toBe(3)
    expect(renders).toBe(0)

    auth.session = ann('2099-02-01T00:00:00.000Z')
    await act(() => client.refetch())
    expect(client.getState().expiresAt).toBe(Date.parse('2099-02-01T00:00:00.000Z'))
    expect(renders).toBe(0)

    auth.answerNext('/session', () => new Response('', { status: 503 }))
    auth.answerNext('/session', () => new Response('', { status: 503 }))
    client.configure({ session: ann(), onError: () => {} })
    await act(() => client.refetch())
    expect(client.getState().isStale).toBe(true)
    expect(renders).toBe(0)
  })

  test('renders those that show the user when the user changes', async () => {
    const { container } = render(<App />)
    auth.session = bob()

    await act(() => getSessionClient().refetch())

    expect(container.textContent).toContain('Bob')
    expect(container.textContent).not.toContain('Ann')
  })
})
