// @vitest-environment jsdom
import { act } from '@testing-library/react'
import { getSessionClient, SessionProvider, type SessionProviderProps, useSession } from 'sessionchart/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { createFakePage, type FakePage } from '../client/fake-page'
import { ann, bob } from '../client/sessions'
import { createProbe, type Probe } from './probe'
import { describeEachReactMode } from './react-modes'
import { auth, settle } from './served-auth'

// A provider with another `key` takes the place of one whose calls are under way.

let page: FakePage
let probe: Probe<ReturnType<typeof useSession>>
beforeEach(() => {
  page = createFakePage()
  probe = createProbe(() => useSession())
})

const App = (props: Partial<SessionProviderProps>) => (
  <SessionProvider environment={page.environment} {...props}>
    <probe.Probe />
  </SessionProvider>
)
const reads = () => auth.count('/session', 'GET')

describeEachReactMode(({ render }) => {
  test.for([
    ['its own read', undefined],
    ['the session of the page', ann()],
  ])('a provider that begins with %s shows the sign-out of the one before it', async ([, session]) => {
    const { rerender, unmount } = render(<App key="one" session={ann()} />)
    const answer = auth.hold('/signout')
    const result = getSessionClient().signOut({ redirect: false })
    await act(() => auth.settled(1))

    rerender(<App key="two" session={session as ReturnType<typeof ann>} />)
    await act(() => auth.settled(1))
    expect(probe.latest().status).toBe('authenticated')
    answer()

    expect((await act(() => result))?.result).toEqual({ type: 'signed-out' })
    await settle()
    expect(probe.latest()).toMatchObject({ status: 'unauthenticated', data: null })
    unmount()
    await settle()
    expect(page.held()).toEqual([])
  })

  test('a provider shows the sign-in and the update of the one before it', async () => {
    auth.session = null
    const { rerender } = render(<App key="one" session={null} />)
    const first = auth.hold('/callback/credentials')
    const signIn = getSessionClient().signIn('credentials', { redirect: false, password: 'right' })
    await act(() => auth.settled(1))
    rerender(<App key="two" session={null} />)
    first()
    expect(await act(() => signIn)).toMatchObject({ ok: true })
    await settle()
    expect(probe.latest().data).toEqual(ann())

    const second = auth.hold('/session')
    const update = getSessionClient().update({ theme: 'dark' })
    await act(() => auth.settled(1))
    rerender(<App key="three" session={ann()} />)
    second()
    expect(await act(() => update)).toMatchObject({ theme: 'dark' })
    await settle()
    expect(probe.latest().data).toMatchObject({ theme: 'dark' })
  })

  test('a provider that is replaced twice meanwhile shows the sign-out in the end', async () => {
    const { rerender } = render(<App key="one" session={ann()} />)
    const answer = auth.hold('/signout')
    const result = getSessionClient().signOut({ redirect: false })
    await act(() => auth.settled(1))
    rerender(<App key="two" session={ann()} />)
    rerender(<App key="three" session={ann()} />)
    answer()

    await act(() => result)
    await settle()

    expect(probe.latest().status).toBe('unauthenticated')
  })

  test('a provider for another server is left alone', async () => {
    const { rerender } = render(<App key="one" session={ann()} />)
    const answer = auth.hold('/signout')
    const result = getSessionClient().signOut({ redirect: false })
    await act(() => auth.settled(1))

    rerender(<App key="two" session={ann()} basePath="/other/auth" />)
    answer()

    await act(() => result)
    await settle()
    expect(probe.latest().status).toBe('authenticated')
    expect(reads()).toBe(0)
  })

  test('one with another session reads nothing and reports no change', async () => {
    const onSessionChange = vi.fn()
    const { rerender } = render(<App key="one" session={ann()} onSessionChange={onSessionChange} />)
    await settle()

    rerender(<App key="two" session={bob()} onSessionChange={onSessionChange} />)
    expect(probe.latest().data?.user?.name).toBe('Bob')
    await settle()
    rerender(<App key="three" session={null} onSessionChange={onSessionChange} />)
    await settle()

    expect(probe.latest().status).toBe('unauthenticated')
    expect(reads()).toBe(0)
    expect(onSessionChange).not.toHaveBeenCalled()
  })

  test('one with a session of its own shows that, whatever the read says that was out', async () => {
    const answer = auth.hold('/session')
    const { rerender } = render(<App key="one" />)
    await act(() => auth.settled(1))

    rerender(<App key="two" session={bob()} />)
    answer()
    await settle()

    expect(probe.latest().data).toEqual(bob())
    expect(auth.requests.map(({ aborted }) => aborted)).toEqual([true])
  })

  test('a sign-out that ends in the next provider is reported once', async () => {
    const onSessionChange = vi.fn()
    const { rerender } = render(<App key="one" session={ann()} onSessionChange={onSessionChange} />)
    const answer = auth.hold('/signout')
    const result = getSessionClient().signOut({ redirect: false })
    await act(() => auth.settled(1))
    rerender(<App key="two" session={ann()} onSessionChange={onSessionChange} />)
    answer()

    await act(() => result)
    await settle()

    expect(onSessionChange).toHaveBeenCalledTimes(1)
  })

  test('a call that is made while the first read is out goes on in the next provider', async () => {
    const answer = auth.hold('/session')
    const { rerender } = render(<App key="one" />)
    const result = getSessionClient().update({ theme: 'dark' })
    await act(() => auth.settled(1))

    rerender(<App key="two" />)
    answer()

    expect(await act(() => result)).toMatchObject({ theme: 'dark' })
    await settle()
    expect(probe.latest().data).toMatchObject({ theme: 'dark' })
    expect(auth.requests.filter(({ aborted }) => aborted)).toEqual([])
  })
})
