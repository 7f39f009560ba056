// @vitest-environment jsdom
import { act, render, screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test, vi } from 'vitest'
import type { Library, ProviderProps, TestSession } from '../harness/library'
import { session as mockSession, server } from './mock-server'
import { describeSuite } from './suite'

const session = mockSession as unknown as TestSession

function Consumer({ library, id }: { library: Library; id: string }) {
  const { data, status } = library.useSession()
  return <div data-testid={id}>{status === 'loading' ? 'loading' : JSON.stringify(data)}</div>
}

function renderProvider(library: Library, props: ProviderProps = {}) {
  const { SessionProvider } = library
  render(
    <SessionProvider {...props}>
      <Consumer library={library} id="one" />
      <Consumer library={library} id="two" />
    </SessionProvider>,
  )
}
const shown = (id: string) => screen.getByTestId(id).textContent

function turn(state: DocumentVisibilityState) {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'))
  })
}

describeSuite('SessionProvider', (suite) => {
  test('reads the session once for all who use it', async () => {
    renderProvider(suite.library)
    expect([shown('one'), shown('two')]).toEqual(['loading', 'loading'])

    await waitFor(() => expect(shown('one')).toBe(JSON.stringify(session)))

    expect(shown('two')).toBe(shown('one'))
    expect(suite.requests()).toEqual(['GET /api/auth/session'])
  })

  test('reads nothing when there is a session', () => {
    renderProvider(suite.library, { session })

    expect(shown('one')).toBe(JSON.stringify(session))
    expect(suite.requests()).toEqual([])
  })

  test('reads the session when the tab becomes active again', async () => {
    renderProvider(suite.library, { session })
    turn('hidden')
    expect(suite.requests()).toEqual([])

    turn('visible')

    await waitFor(() => expect(suite.requests()).toEqual(['GET /api/auth/session']))
  })

  test('takes part in a sign-out made elsewhere in the page', async () => {
    renderProvider(suite.library, { session })
    turn('hidden')
    server.use(http.get('*/api/auth/session', () => HttpResponse.json({})))

    await act(() => suite.library.signOut({ redirect: false }))

    await waitFor(() => expect(shown('one')).toBe('null'))
    // The answer to the sign-out says enough; next-auth asks again.
    const asked = ['GET /api/auth/csrf', 'POST /api/auth/signout', 'GET /api/auth/session']
    expect(suite.requests()).toEqual(suite.maker === 'ours' ? asked.slice(0, 2) : asked)
  })

  test('polls', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
    const polled = (count: number) =>
      vi.waitFor(() => expect(suite.requests()).toEqual(Array(count).fill('GET /api/auth/session')))
    renderProvider(suite.library, { session, refetchInterval: 1 })
    await polled(0)

    await act(() => vi.advanceTimersByTimeAsync(1_000))
    await polled(1)

    await act(() => vi.advanceTimersByTimeAsync(1_000))
    await polled(2)
  })

  test('reads from another path', async () => {
    server.use(http.get('*/api/v1/auth/session', () => HttpResponse.json(session)))
    renderProvider(suite.library, { session, basePath: '/api/v1/auth' })

    await act(() => suite.library.getSession())

    expect(suite.requests()).toEqual(['GET /api/v1/auth/session'])
  })
})
