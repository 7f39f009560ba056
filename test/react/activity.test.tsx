// @vitest-environment jsdom
import { act } from '@testing-library/react'
import { Activity } from 'react'
import {
  getSessionClient,
  SessionProvider,
  type SessionProviderProps,
  signOut,
  useSession,
} from 'sessionchart/react'
import { beforeEach, expect, test } from 'vitest'
import { createFakePage, type FakePage } from '../client/fake-page'
import { ann, bob } from '../client/sessions'
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
const name = () => probe.latest().data?.user?.name
const statuses = () => [...new Set(probe.seen.map(({ status }) => status))]
const Shelf = ({ open, ...props }: Partial<SessionProviderProps> & { open: boolean }) => (
  <Activity mode={open ? 'visible' : 'hidden'}>
    <App {...props} />
  </Activity>
)

describeEachReactMode(({ render }) => {
  test('reads nothing while it is hidden from the start, then once', async () => {
    const { rerender } = render(<Shelf open={false} />)
    await settle()
    expect(reads()).toBe(0)

    rerender(<Shelf open />)
    await settle()
    expect(reads()).toBe(1)
    expect(name()).toBe('Ann')
  })

  test('lets go of everything while it is hidden, and reads nothing when it comes back', async () => {
    const { rerender } = render(<Shelf open />)
    await settle()

    rerender(<Shelf open={false} />)
    await settle()
    expect(page.held()).toEqual([])

    probe.forget()
    rerender(<Shelf open />)
    await settle()
    expect(reads()).toBe(1)
    expect(statuses()).toEqual(['authenticated'])
    expect(page.held()).not.toEqual([])
  })

  test('hidden and shown in one go while a read is out, it goes on with that read', async () => {
    const answer = auth.hold('/session')
    const { rerender } = render(<Shelf open />)
    act(() => {
      rerender(<Shelf open={false} />)
      rerender(<Shelf open />)
    })

    answer()
    await settle()
    expect(auth.requests.filter(({ aborted }) => !aborted)).toHaveLength(1)
    expect(reads()).toBe(1)
  })

  test('hidden while a read is out, it takes that back and asks again when it is shown', async () => {
    const answer = auth.hold('/session')
    const { rerender } = render(<Shelf open />)
    await act(async () => {})
    rerender(<Shelf open={false} />)
    await act(async () => {})
    answer()

    rerender(<Shelf open />)
    await settle()

    expect(auth.requests.map(({ aborted }) => aborted)).toEqual([true, false])
    expect(name()).toBe('Ann')
  })

  test('keeps its seed, and what came after it, over being hidden', async () => {
    const { rerender } = render(<Shelf open session={ann()} />)
    await act(() => probe.latest().update({ user: { name: 'Anna' } }))

    rerender(<Shelf open={false} session={ann()} />)
    await settle()
    rerender(<Shelf open session={ann()} />)
    await settle()

    expect(name()).toBe('Anna')
    expect(reads()).toBe(1)
  })

  test('shows a prop that came while it was hidden, and reads once', async () => {
    auth.session = bob()
    const { rerender } = render(<Shelf open session={ann()} />)
    rerender(<Shelf open={false} session={ann()} />)
    await settle()

    rerender(<Shelf open={false} session={bob()} />)
    await settle()
    rerender(<Shelf open session={bob()} />)

    expect(name()).toBe('Bob')
    await settle()
    expect(getSessionClient().getState().cause.type).toBe('prop')
    expect(reads()).toBe(1)
  })

  test('stays signed out when an old session comes while it is hidden', async () => {
    const { rerender } = render(<Shelf open />)
    await settle()
    await act(() => signOut({ redirect: false }))
    rerender(<Shelf open={false} />)
    await settle()

    rerender(<Shelf open session={ann()} />)
    await settle()

    expect(probe.latest().status).toBe('unauthenticated')
    expect(reads()).toBeLessThanOrEqual(2)
  })

  test('takes the session that comes along with another place, which it is given when it comes back', async () => {
    const { rerender } = render(<Shelf open session={ann()} />)
    await settle()
    rerender(<Shelf open={false} session={ann()} />)
    await settle()

    rerender(<Shelf open session={bob()} channel="south" />)

    expect(name()).toBe('Bob')
    await settle()
    expect(reads()).toBe(0)
  })
})
