// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { getSessionClient, SessionProvider, type SessionProviderProps, useSession } from 'sessionchart/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { createFakeClock, type FakeClock } from '../client/fake-clock'
import { createFakePage, type FakePage } from '../client/fake-page'
import { ann } from '../client/sessions'
import { takeComplaints } from './complaints'
import { describeEachReactMode } from './react-modes'
import { auth, settle } from './served-auth'

let clock: FakeClock
let page: FakePage
beforeEach(() => {
  clock = createFakeClock()
  page = createFakePage(clock.environment)
})

const Show = () => <p>{useSession().status}</p>
const App = (props: Partial<SessionProviderProps>) => (
  <SessionProvider session={ann()} environment={page.environment} {...props}>
    <Show />
  </SessionProvider>
)

const reads = () => auth.count('/session')
async function pass(seconds: number) {
  for (let left = seconds; left > 0; left -= 5) {
    await act(() => clock.advance(Math.min(left, 5) * 1_000))
    await settle()
  }
}
async function focus() {
  act(() => page.turn('hidden'))
  act(() => page.turn('visible'))
  await settle()
}
const refetch = () => act(() => getSessionClient().refetch())

describeEachReactMode(({ render }) => {
  test('polls at the interval of the moment', async () => {
    const { rerender } = render(<App />)
    await pass(60)
    expect(reads()).toBe(0)

    rerender(<App refetchInterval={20} />)
    await pass(60)
    expect(reads()).toBe(3)

    rerender(<App refetchInterval={30} />)
    await pass(60)
    expect(reads()).toBe(5)

    rerender(<App refetchInterval={0} />)
    await pass(60)
    expect(reads()).toBe(5)
    // That of the end of the session.
    expect(clock.timers()).toHaveLength(1)
  })

  test('does not start the interval anew when it renders', async () => {
    const { rerender } = render(<App refetchInterval={20} />)
    await pass(15)
    rerender(<App refetchInterval={20} onError={() => {}} headers={{}} />)
    await pass(5)

    expect(reads()).toBe(1)
  })

  test('reads on focus as long as it is told to', async () => {
    const { rerender } = render(<App />)
    await focus()
    expect(reads()).toBe(1)

    rerender(<App refetchOnWindowFocus={false} />)
    await focus()
    expect(reads()).toBe(1)

    rerender(<App refetchOnWindowFocus />)
    await focus()
    expect(reads()).toBe(1)
    await pass(5)
    await focus()
    expect(reads()).toBe(2)
  })

  test('reads once when the refetch key changes, and not for the key that it is mounted with', async () => {
    const { rerender } = render(<App refetchKey="/login" session={null} />)
    await settle()
    expect(reads()).toBe(0)

    rerender(<App refetchKey="/members" session={null} />)
    await settle()
    expect(getSessionClient().getState()).toMatchObject({ status: 'authenticated', data: ann() })
    expect(getSessionClient().getState().cause).toMatchObject({ type: 'server', trigger: 'navigation' })

    rerender(<App refetchKey="/members" session={null} />)
    await settle()
    expect(reads()).toBe(1)
  })

  test('reads at once and once more five seconds later for keys that change quickly', async () => {
    const { rerender } = render(<App refetchKey={0} session={null} />)
    for (let key = 1; key <= 20; key += 1) rerender(<App refetchKey={key} session={null} />)
    await pass(4)
    expect(reads()).toBe(1)
    await pass(2)
    expect(reads()).toBe(2)
    await pass(20)
    expect(reads()).toBe(2)
  })

  test('asks again when the refetch key changes while an older read is out', async () => {
    auth.session = null
    const { rerender } = render(<App refetchKey="/login" session={null} />)
    const answer = auth.hold('/session')
    act(() => page.turn('visible'))
    await act(() => Promise.resolve())
    auth.session = ann()
    rerender(<App refetchKey="/members" session={null} />)
    answer()
    await settle()
    expect(getSessionClient().getState().status).toBe('authenticated')
  })

  test('polls while offline unless it is told not to', async () => {
    const { rerender } = render(<App refetchInterval={20} />)
    act(() => page.goOffline())
    await pass(20)
    expect(reads()).toBe(1)

    rerender(<App refetchInterval={20} refetchWhenOffline={false} />)
    await pass(40)
    expect(reads()).toBe(1)

    act(() => page.goOnline())
    await settle()
    expect(reads()).toBe(2)
  })

  test('asks with the headers, the credentials and the path of the moment', async () => {
    const { rerender } = render(<App headers={{ 'X-App': 'one' }} />)
    await refetch()
    rerender(<App headers={() => ({ 'X-App': 'two' })} basePath="/v2/auth" />)
    await refetch()

    expect(auth.requests.map(({ url, headers }) => [url, headers['x-app'], headers['content-type']])).toEqual(
      [
        ['http://localhost:3000/api/auth/session', 'one', 'application/json'],
        ['http://localhost:3000/v2/auth/session', 'two', 'application/json'],
      ],
    )
  })

  test('asks with the fetch of the moment', async () => {
    const first = vi.fn(auth.fetch)
    const second = vi.fn(auth.fetch)
    const { rerender } = render(<App fetch={first} credentials="include" />)
    await refetch()
    rerender(<App fetch={second} />)
    await refetch()

    expect(first.mock.calls).toEqual([
      ['/api/auth/session', expect.objectContaining({ credentials: 'include' })],
    ])
    expect(second.mock.calls).toEqual([
      ['/api/auth/session', expect.not.objectContaining({ credentials: 'include' })],
    ])
  })

  test('uses the time limit of the moment', async () => {
    const { rerender } = render(<App requestTimeout={50} />)
    rerender(<App requestTimeout={5} />)
    auth.hold('/session')
    const result = getSessionClient().refetch()
    await act(async () => {})

    await pass(5)

    expect((await result).error).toMatchObject({ code: 'timeout' })
    expect(screen.getByText('authenticated')).toBeDefined()
    takeComplaints()
  })

  test('watches the real tab and the real network', async () => {
    const visibility = vi.spyOn(document, 'visibilityState', 'get')
    const online = vi.spyOn(navigator, 'onLine', 'get')
    render(
      <SessionProvider session={ann()} refetchLimit={0}>
        <Show />
      </SessionProvider>,
    )

    visibility.mockReturnValue('hidden')
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    visibility.mockReturnValue('visible')
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    await settle()
    expect(reads()).toBe(1)

    online.mockReturnValue(false)
    act(() => void window.dispatchEvent(new Event('offline')))
    online.mockReturnValue(true)
    act(() => void window.dispatchEvent(new Event('online')))
    await settle()
    expect(reads()).toBe(2)
  })

  test('leaves nothing behind after it is unmounted', async () => {
    const { unmount } = render(<App refetchInterval={20} />)
    expect(page.held()).not.toEqual([])

    unmount()
    await settle()

    expect(page.held()).toEqual([])
    expect(clock.timers()).toEqual([])
  })
})
