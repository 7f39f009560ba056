// @vitest-environment jsdom
import { act } from '@testing-library/react'
import {
  getSessionClient,
  SessionProvider,
  type SessionProviderProps,
  signIn,
  signOut,
} from 'sessionchart/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { createFakePage, type FakePage } from '../client/fake-page'
import { ann, bob } from '../client/sessions'
import { takeComplaints } from './complaints'
import { describeEachReactMode } from './react-modes'
import { auth, settle, unreachable } from './served-auth'

let page: FakePage
const onSessionChange = vi.fn<NonNullable<SessionProviderProps['onSessionChange']>>()
beforeEach(() => {
  page = createFakePage()
  onSessionChange.mockReset()
})

const App = (props: Partial<SessionProviderProps>) => (
  <SessionProvider
    environment={page.environment}
    onSessionChange={(session, cause) => onSessionChange(session, cause)}
    {...props}
  >
    {null}
  </SessionProvider>
)
const changes = () => onSessionChange.mock.calls.map(([session, cause]) => [session?.user?.name, cause.type])
const refetch = () => act(() => getSessionClient().refetch())

describeEachReactMode(({ render }) => {
  test('is not called at the start, whatever is learned there', async () => {
    render(<App key="reads" />)
    await settle()
    render(<App key="seeded" session={ann()} />)
    await settle()

    expect(onSessionChange).not.toHaveBeenCalled()
  })

  test('is not called when the server is reached after all', async () => {
    auth.answerNext('/session', unreachable)
    render(<App />)
    await settle()
    await refetch()

    expect(getSessionClient().getState().status).toBe('authenticated')
    expect(onSessionChange).not.toHaveBeenCalled()
    takeComplaints()
  })

  test('is not called for the same user, however the data moves', async () => {
    render(<App session={ann()} />)

    await refetch()
    auth.session = { ...ann(), theme: 'dark' }
    await refetch()
    await act(() => getSessionClient().update({ theme: 'light' }))

    expect(getSessionClient().getState().data).toMatchObject({ theme: 'light' })
    expect(onSessionChange).not.toHaveBeenCalled()
  })

  test('is not called when a request fails', async () => {
    auth.answerAll('/session', unreachable)
    auth.answerAll('/signout', unreachable)
    render(<App session={ann()} onError={() => {}} />)

    await refetch()
    await act(() => signOut({ redirect: false }))

    expect(onSessionChange).not.toHaveBeenCalled()
  })

  test('is called after each sign-in and each sign-out', async () => {
    render(<App session={null} />)

    await act(() => signIn('credentials', { redirect: false, password: 'wrong' }))
    await act(() => signIn('credentials', { redirect: false, password: 'right' }))
    await act(() => signOut({ redirect: false }))

    expect(changes()).toEqual([
      ['Ann', 'signed-in'],
      [undefined, 'signed-out'],
    ])
  })

  test('is called when the server says that the session is over, or another one', async () => {
    render(<App session={ann()} />)

    auth.session = bob()
    await refetch()
    auth.session = null
    await refetch()
    auth.session = ann()
    await refetch()

    expect(changes()).toEqual([
      ['Bob', 'user-changed'],
      [undefined, 'server'],
      ['Ann', 'server'],
    ])
  })

  test('is called for what happens in other tabs', async () => {
    render(<App session={ann()} />)

    auth.session = null
    act(() => page.hear({ event: 'session', data: { trigger: 'signout' } }))
    await settle()
    auth.session = bob()
    act(() => page.hear({ event: 'session', data: { trigger: 'getSession' } }))
    await settle()

    expect(changes()).toEqual([
      [undefined, 'signed-out-in-other-tab'],
      ['Bob', 'signed-in-in-other-tab'],
    ])
  })

  test('is called once for a prop that changes who is signed in', async () => {
    auth.session = bob()
    const { rerender } = render(<App session={ann()} />)

    rerender(<App session={bob()} />)
    await settle()
    rerender(<App session={bob()} />)
    await settle()

    expect(changes()).toEqual([['Bob', 'prop']])
  })

  test('tells users apart the way the app does', async () => {
    const tenantOf = (session: object) => (session as { tenant?: string }).tenant
    auth.session = { ...ann(), tenant: 'red' }
    render(<App session={{ ...ann(), tenant: 'red' } as ReturnType<typeof ann>} identify={tenantOf} />)

    await refetch()
    expect(onSessionChange).not.toHaveBeenCalled()
    auth.session = { ...ann(), tenant: 'blue' }
    await refetch()

    expect(changes()).toEqual([['Ann', 'user-changed']])
  })

  test('finds the new state in the client when it is called', async () => {
    const statuses: string[] = []
    render(
      <App
        session={ann()}
        onSessionChange={() => void statuses.push(getSessionClient().getState().status)}
      />,
    )

    await act(() => signOut({ redirect: false }))

    expect(statuses).toEqual(['unauthenticated'])
  })

  test('may throw: that is reported, and the session goes on', async () => {
    const fault = new Error('a fault of the app')
    const logger = { error: vi.fn() }
    onSessionChange.mockImplementation(() => {
      throw fault
    })
    render(<App session={ann()} logger={logger} />)

    await act(() => signOut({ redirect: false }))
    auth.session = ann()
    await refetch()

    expect(logger.error.mock.calls).toEqual([[fault], [fault]])
    expect(getSessionClient().getState().status).toBe('authenticated')
  })
})
