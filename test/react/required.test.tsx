// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import {
  getSessionClient,
  SessionContext,
  SessionProvider,
  type SessionProviderProps,
  signOut,
  useSession,
} from 'sessionchart/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { json } from '../client/fake-auth'
import { createFakePage, type FakePage } from '../client/fake-page'
import { ann, bob } from '../client/sessions'
import { takeComplaints } from './complaints'
import { describeEachReactMode } from './react-modes'
import { auth, settle, unreachable } from './served-auth'

let page: FakePage
beforeEach(() => {
  page = createFakePage()
})

interface Props extends Partial<SessionProviderProps> {
  onUnauthenticated?: (() => void) | undefined
}

function Show({ onUnauthenticated }: Pick<Props, 'onUnauthenticated'>) {
  const { data, status } = useSession({ required: true, ...(onUnauthenticated && { onUnauthenticated }) })
  return <p>{`${status}: ${data?.user?.name ?? String(data)}`}</p>
}

const App = ({ onUnauthenticated, ...props }: Props) => (
  <SessionProvider environment={page.environment} {...props}>
    <Show onUnauthenticated={onUnauthenticated} />
  </SessionProvider>
)
const Login = () => null
const refetch = () => act(() => getSessionClient().refetch())

describeEachReactMode(({ render }) => {
  test('shows the session of who is signed in, and goes nowhere', async () => {
    render(<App />)

    await screen.findByText('authenticated: Ann')
    await settle()
    expect(page.visited).toEqual([])
  })

  test('shows loading to who is signed out, and goes to the sign-in page', async () => {
    render(<App session={null} />)

    expect(screen.getByText('loading: null')).toBeDefined()
    await waitFor(() => expect(page.visited).not.toEqual([]))
    expect(page.visited).toEqual([
      '/api/auth/signin?error=SessionRequired&callbackUrl=http%3A%2F%2Flocalhost%3A3000%2Fpage',
    ])
  })

  test('stays while a read is out that a change of the page has led to', async () => {
    const onUnauthenticated = vi.fn()
    const tree = (path: string, Page: () => React.ReactNode) => (
      <SessionProvider environment={page.environment} refetchKey={path} session={null}>
        <Page />
      </SessionProvider>
    )
    const { rerender } = render(tree('/login', Login))
    rerender(tree('/members', () => <Show onUnauthenticated={onUnauthenticated} />))

    await screen.findByText('authenticated: Ann')
    expect(onUnauthenticated).not.toHaveBeenCalled()
  })

  test('goes once the read that was out has found nobody', async () => {
    auth.session = null
    const onUnauthenticated = vi.fn()
    const answer = auth.hold('/session')
    render(<App session={null} refetchKey="/login" onUnauthenticated={onUnauthenticated} />)
    expect(onUnauthenticated).toHaveBeenCalledTimes(1)

    act(() => getSessionClient().configure({ session: ann() }))
    answer()
    await settle()
    expect(onUnauthenticated).toHaveBeenCalledTimes(2)
  })

  test('goes to the sign-in page of the base path', async () => {
    render(<App session={null} basePath="/other/auth" />)

    await waitFor(() => expect(page.visited).not.toEqual([]))
    expect(page.visited).toEqual([expect.stringMatching(/^\/other\/auth\/signin\?error=SessionRequired&/)])
  })

  test('calls the app instead, once for each sign-out and not for each render', async () => {
    const onUnauthenticated = vi.fn()
    const { rerender } = render(<App session={null} onUnauthenticated={() => onUnauthenticated()} />)
    rerender(<App session={null} onUnauthenticated={() => onUnauthenticated()} />)
    await settle()
    expect(onUnauthenticated).toHaveBeenCalledTimes(1)

    auth.session = ann()
    await refetch()
    expect(screen.getByText('authenticated: Ann')).toBeDefined()
    auth.session = null
    await refetch()

    expect(onUnauthenticated).toHaveBeenCalledTimes(2)
    expect(page.visited).toEqual([])
  })

  test('calls the function of the last render', async () => {
    const first = vi.fn()
    const second = vi.fn()
    const { rerender } = render(<App session={ann()} onUnauthenticated={first} />)
    rerender(<App session={ann()} onUnauthenticated={second} />)

    auth.session = null
    await refetch()

    expect(first).not.toHaveBeenCalled()
    expect(second).toHaveBeenCalledTimes(1)
  })

  test('does nothing while nobody knows, and acts when it is known', async () => {
    const onUnauthenticated = vi.fn()
    auth.session = null
    auth.answerNext('/session', unreachable)
    render(<App onUnauthenticated={onUnauthenticated} />)
    await screen.findByText('loading: null')
    await settle()
    expect(onUnauthenticated).not.toHaveBeenCalled()

    await refetch()

    expect(onUnauthenticated).toHaveBeenCalledTimes(1)
    takeComplaints()
  })

  test('does nothing when a refetch fails', async () => {
    render(<App session={ann()} />)
    auth.answerNext('/session', unreachable)

    await refetch()

    expect(screen.getByText('authenticated: Ann')).toBeDefined()
    expect(page.visited).toEqual([])
    takeComplaints()
  })

  test('does nothing while the page is being left', async () => {
    const onUnauthenticated = vi.fn()
    render(<App session={ann()} onUnauthenticated={onUnauthenticated} />)

    await act(() => signOut({ redirectTo: '/bye' }))

    await settle()
    expect(page.visited).toEqual(['/bye'])
    expect(onUnauthenticated).not.toHaveBeenCalled()
    expect(screen.getByText('authenticated: Ann')).toBeDefined()
  })

  test('acts on a sign-out that another user follows', async () => {
    const onUnauthenticated = vi.fn()
    render(<App session={ann()} onUnauthenticated={onUnauthenticated} />)

    await act(() => signOut({ redirect: false }))
    auth.session = bob()
    await refetch()

    expect(onUnauthenticated).toHaveBeenCalledTimes(1)
    expect(screen.getByText('authenticated: Bob')).toBeDefined()
  })

  test('acts on what is learned after the client was stopped and started again', async () => {
    const onUnauthenticated = vi.fn()
    auth.answerNext('/session', unreachable)
    render(<App onUnauthenticated={onUnauthenticated} />)
    await screen.findByText('loading: null')
    auth.session = null

    act(() => {
      getSessionClient().stop()
      getSessionClient().start()
    })
    await refetch()

    expect(onUnauthenticated).toHaveBeenCalledTimes(1)
    takeComplaints()
  })

  test('reports what the function of the app throws, and goes on', async () => {
    const logger = { error: vi.fn() }
    const fault = new Error('a fault of the app')
    const onUnauthenticated = () => {
      throw fault
    }

    render(<App session={null} logger={logger} onUnauthenticated={onUnauthenticated} />)

    expect(screen.getByText('loading: null')).toBeDefined()
    expect(logger.error.mock.calls).toEqual([[fault]])
    takeComplaints()
  })

  test('acts under a mocked context, too', async () => {
    const onUnauthenticated = vi.fn()
    const update = async () => null
    render(
      <SessionContext.Provider value={{ data: null, status: 'unauthenticated', update }}>
        <Show onUnauthenticated={onUnauthenticated} />
      </SessionContext.Provider>,
    )

    expect(screen.getByText('loading: null')).toBeDefined()
    expect(onUnauthenticated).toHaveBeenCalled()
  })

  test('asks a server that answers with an empty session only once', async () => {
    auth.answerAll('/session', () => json({}))
    render(<App />)

    await waitFor(() => expect(page.visited).not.toEqual([]))
    await settle()
    expect(page.visited).toHaveLength(1)
    expect(auth.count('/session')).toBe(1)
  })
})
