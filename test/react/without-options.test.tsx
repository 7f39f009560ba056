// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import { getSessionClient, SessionProvider, useSession } from 'sessionchart/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { createFakePage, type FakePage } from '../client/fake-page'
import { bob } from '../client/sessions'
import { describeEachReactMode } from './react-modes'
import { auth } from './served-auth'

type Given = Parameters<typeof useSession<boolean>>

let page: FakePage
beforeEach(() => {
  page = createFakePage()
})

function Show({ given }: { given: Given }) {
  const { data, status } = useSession(...given)
  return <p>{`${status}: ${data?.user?.name ?? data}`}</p>
}

const App = ({ given }: { given: Given }) => (
  <SessionProvider environment={page.environment} session={null}>
    <Show given={given} />
  </SessionProvider>
)

describeEachReactMode(({ render }) => {
  test('a call without options follows the session, in production too', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    render(<App given={[]} />)
    expect(screen.getByText('unauthenticated: null')).toBeDefined()

    auth.session = bob()
    await act(() => getSessionClient().refetch())

    expect(screen.getByText('authenticated: Bob')).toBeDefined()
    expect(page.visited).toEqual([])
  })

  test('options that are sometimes undefined are heard when they are there, in production too', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const { rerender } = render(<App given={[undefined]} />)
    rerender(<App given={[{ required: true }]} />)
    await waitFor(() => expect(page.visited).toHaveLength(1))

    rerender(<App given={[undefined]} />)

    expect(screen.getByText('unauthenticated: null')).toBeDefined()
  })

  test('while one develops, a call may be edited to have options', async () => {
    vi.stubEnv('NODE_ENV', 'development')
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    Reflect.deleteProperty(globalThis, Symbol.for('sessionchart.said'))
    const { rerender } = render(<App given={[]} />)

    // What Fast Refresh does: the same component, mounted before, with other code.
    rerender(<App given={[{ required: true }]} />)

    await waitFor(() => expect(page.visited).toHaveLength(1))
    await waitFor(() => expect(console.warn).toHaveBeenCalledTimes(1))
    expect(console.warn).toHaveBeenCalledWith(
      expect.stringContaining('useSession was called with options in one'),
    )
  })
})
