// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { Suspense, use } from 'react'
import { getSessionClient, SessionProvider, type SessionProviderProps, useSession } from 'sessionchart/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { createFakePage, type FakePage } from '../client/fake-page'
import { ann } from '../client/sessions'
import { createProbe, type Probe } from './probe'
import { describeEachReactMode } from './react-modes'
import { auth, settle } from './served-auth'

let page: FakePage
let probe: Probe<ReturnType<typeof useSession>>
beforeEach(() => {
  page = createFakePage()
  probe = createProbe(() => useSession())
})

const App = ({ children, ...props }: Partial<SessionProviderProps>) => (
  <SessionProvider environment={page.environment} {...props}>
    <probe.Probe />
    {children}
  </SessionProvider>
)
const reads = () => auth.count('/session')

/** A component that waits until it is opened. */
function createGate() {
  let open = () => {}
  const promise = new Promise<void>((resolve) => {
    open = resolve
  })
  return { Gate: createProbe(() => use(promise)).Probe, open }
}

describeEachReactMode(({ render }) => {
  test('reads once when what is inside it suspends at first', async () => {
    const { Gate, open } = createGate()
    await act(async () => {
      render(
        <Suspense fallback="wait">
          <App>
            <Gate />
          </App>
        </Suspense>,
      )
    })
    expect(screen.getByText('wait')).toBeDefined()

    await act(async () => open())
    await settle()
    expect(reads()).toBe(1)
    expect(probe.latest().data?.user?.name).toBe('Ann')
  })

  test('goes on, and still requires a session, after it was hidden by a Suspense around it', async () => {
    const onUnauthenticated = vi.fn()
    const required = createProbe(() => useSession({ required: true, onUnauthenticated }))
    const { Gate, open } = createGate()
    const tree = (waits: boolean) => (
      <Suspense fallback="wait">
        <App session={ann()}>
          <required.Probe />
          {waits && <Gate />}
        </App>
      </Suspense>
    )
    const { rerender } = render(tree(false))
    await act(async () => rerender(tree(true)))
    await settle()
    await act(async () => open())

    auth.session = null
    await act(() => getSessionClient().refetch())

    expect(probe.latest().status).toBe('unauthenticated')
    expect(onUnauthenticated).toHaveBeenCalledTimes(1)
  })
})
