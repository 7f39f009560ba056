// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react'
import {
  SessionLoading,
  SignedIn,
  SignedOut,
  signIn,
  signOut,
  useSession,
  useSessionExpiry,
  useSessionState,
} from 'sessionchart/react'
import { createTestSession, type TestSession } from 'sessionchart/testing'
import * as v4 from 'sessionchart/v4'
import { expect, test, vi } from 'vitest'
import { ann, bob } from '../../support/people'
import { describeEachReactMode } from '../../support/react-modes'
import { expectQuietPage } from '../quiet-page'

function Page() {
  const { data, status, update } = useSession()
  const { cause, isStale, isFetching } = useSessionState()
  return (
    <main>
      <p>
        {`${v4.useSession().status === status} ${data?.user?.name ?? 'nobody'}, ${cause.type}`}
        {isStale && ', stale'}
        {isFetching && ', fetching'} <SignedIn>in</SignedIn>
        <SignedOut>out</SignedOut>
        <SessionLoading>loading</SessionLoading>
      </p>
      <button type="button" onClick={() => update({ name: 'Bob' })}>
        update
      </button>
      <button type="button" onClick={() => signOut({ redirect: false })}>
        sign out
      </button>
      <button
        type="button"
        onClick={() => signIn('credentials', { redirect: false, username: 'bob', password: 'right' })}
      >
        sign in
      </button>
    </main>
  )
}
const Countdown = () => <output>{useSessionExpiry().secondsLeft}</output>
const Guarded = () => <p>{useSession({ required: true }).data?.user?.name ?? 'one moment'}</p>
const shown = () => screen.getByText(/true/).textContent
const show = ({ Provider }: TestSession) => render(<Page />, { wrapper: Provider })
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const users = [{ name: 'bob', password: 'right', email: 'bob@example.com' }]

describeEachReactMode(() => {
  expectQuietPage()

  test.for<[at: 'authenticated' | 'loading' | 'expired' | 'unreachable' | 'stale', text: string]>([
    ['loading', 'true nobody, starting, fetching loading'],
    ['authenticated', 'true Ann, seeded in'],
    ['expired', 'true nobody, expired out'],
    ['unreachable', 'true nobody, unreachable, stale loading'],
    ['stale', 'true Ann, seeded, stale in'],
  ])('shows in its first render that it is %s', async ([at, text]) => {
    show(await createTestSession({ at }))

    expect(shown()).toBe(text)
  })

  test('shows what time brings', async () => {
    const session = await createTestSession({ at: 'expiring' })
    show(session)

    await session.clock.tick('5m')

    expect(shown()).toBe('true nobody, expired out')
  })

  test('shows what the server says when it is released', async () => {
    const session = await createTestSession({ session: ann, at: 'refetching' })
    show(session)
    expect(shown()).toBe('true Ann, seeded, fetching in')

    session.server.session = bob
    await session.server.release()

    expect(shown()).toBe('true Bob, user-changed in')
  })

  test('shows what becomes of a read without a network', async () => {
    const session = await createTestSession()
    show(session)

    await session.network.goOffline()
    await session.settle(() => session.client.refetch())

    expect(shown()).toBe('true nobody, seeded, stale out')
  })

  test('reads when the tab is shown again', async () => {
    const session = await createTestSession({ session: ann })
    show(session)

    await session.page.hide()
    await session.clock.tick('1m')
    session.server.session = null
    await session.page.show()

    expect(shown()).toBe('true nobody, server out')
  })

  test('shows what another tab does', async () => {
    const session = await createTestSession({ session: ann })
    show(session)

    await session.otherTab.signOut()
    expect(shown()).toBe('true nobody, signed-out-in-other-tab out')

    await session.otherTab.signIn(bob)
    expect(shown()).toBe('true Bob, signed-in-in-other-tab in')
  })

  test('counts down by the clock of the test', async () => {
    const session = await createTestSession({ at: 'expiring' })
    render(<Countdown />, { wrapper: session.Provider })
    const seconds = () => Number(screen.getByRole('status').textContent)
    const before = seconds()
    expect(before).toBe(60)

    await vi.advanceTimersByTimeAsync(10_000)
    expect(seconds()).toBe(60)

    await session.clock.tick('10s')
    expect(seconds()).toBe(50)
  })

  test.for<[button: string, held: string, after: string]>([
    ['update', 'true Ann, seeded, fetching in', 'true Bob, server in'],
    ['sign out', 'true Ann, seeded in', 'true nobody, signed-out out'],
    ['sign in', 'true Ann, seeded in', 'true bob, signed-in in'],
  ])('%s, from a click on', async ([button, held, after]) => {
    const session = await createTestSession({ session: ann, users })
    show(session)
    session.server.hold()

    click(button)
    await session.settle()
    expect(shown()).toBe(held)

    if (button === 'update') await session.server.respond(bob)
    else await session.server.release()
    expect(shown()).toBe(after)
  })

  test('a guarded page waits for a session that the test lets come', async () => {
    const session = await createTestSession({ at: 'loading' })
    render(<Guarded />, { wrapper: session.Provider })
    expect(screen.getByText('one moment')).toBeDefined()

    await session.server.respond(ann)

    expect(screen.getByText('Ann')).toBeDefined()
    expect(session.page.navigations).toEqual([])
  })

  test('a guarded page sends away, and the test stays', async () => {
    const session = await createTestSession({ at: 'unauthenticated' })
    render(<Guarded />, { wrapper: session.Provider })

    await session.settle()

    expect(session.page.navigations).toEqual([expect.stringContaining('/api/auth/signin')])
    expect(screen.getByText('one moment')).toBeDefined()
  })

  test('needs no act, and has nothing against it', async () => {
    const session = await createTestSession({ at: 'expiring' })
    show(session)

    await act(() => session.clock.tick('5m'))

    expect(shown()).toBe('true nobody, expired out')
  })

  test('renders without a test runner that says it is one', async () => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', undefined)
    const session = await createTestSession({ at: 'expiring' })
    render(<Countdown />, { wrapper: session.Provider })

    await session.clock.tick('10s')

    expect(screen.getByRole('status').textContent).toBe('50')
  })
})
