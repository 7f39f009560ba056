// @vitest-environment jsdom
import { act, render, renderHook, screen } from '@testing-library/react'
import {
  getSessionClient,
  SessionLoading,
  SignedIn,
  SignedOut,
  signOut,
  useSession,
  useSessionActor,
  useSessionSelector,
  useSessionState,
} from 'sessionchart/react'
import { TestSessionProvider, type TestSessionProviderProps } from 'sessionchart/testing'
import * as v4 from 'sessionchart/v4'
import { expect, test, vi } from 'vitest'
import { ann, bob, copyOf } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { MINUTE, settle } from '../support/time'
import { expectQuietPage } from './quiet-page'

function Show() {
  const { data, status } = useSession()
  const old = v4.useSession()
  const { status: full, cause, error, isFetching, isStale, expiresAt } = useSessionState()
  const name = useSessionSelector((state) => state.data?.user?.name)
  const isActive = useSessionActor().getSnapshot().hasTag(status)
  const agree = [old.status, full].every((other) => other === status) && old.data === data && isActive
  return (
    <p>
      {`${status} ${name ?? String(data)} ${agree} ${cause.type} ${error} ${isFetching} ${isStale} ${expiresAt !== null} `}
      <SignedIn>in</SignedIn>
      <SignedOut>out</SignedOut>
      <SessionLoading>loading</SessionLoading>
    </p>
  )
}
const app = (props: TestSessionProviderProps) => (
  <TestSessionProvider {...props}>
    <Show />
  </TestSessionProvider>
)
const texts = () => screen.getAllByText(/./, { selector: 'p' }).map(({ textContent }) => textContent)

const ANN = 'authenticated Ann true seeded null false false true in'
const BOB = 'authenticated Bob true seeded null false false true in'
const NOBODY = 'unauthenticated null true seeded null false false false out'
const LOADING = 'loading undefined true starting null true false false loading'

describeEachReactMode(() => {
  expectQuietPage()

  test.for<[props: TestSessionProviderProps, shown: string]>([
    [{ session: ann }, ANN],
    [{ session: ann, status: 'authenticated' }, ANN],
    [{ session: null }, NOBODY],
    [{}, NOBODY],
    [{ status: 'unauthenticated' }, NOBODY],
    [{ session: null, status: 'unauthenticated' }, NOBODY],
    [{ status: 'loading' }, LOADING],
    [{ session: null, status: 'loading' }, LOADING],
  ])('%o', async ([props, shown]) => {
    render(app(props))
    expect(texts()).toEqual([shown])

    await act(() => settle())
    expect(texts()).toEqual([shown])
  })

  test('gives the very object of the test', () => {
    const { result } = renderHook(() => useSession().data, {
      wrapper: ({ children }) => <TestSessionProvider session={ann}>{children}</TestSessionProvider>,
    })

    expect(result.current).toBe(ann)
  })

  test('takes an end that is over for none', () => {
    render(app({ session: { ...ann, expires: '1' } }))

    expect(texts()).toEqual(['authenticated Ann true seeded null false false false in'])
  })

  test('shows the props of each render in that render', async () => {
    const { rerender } = render(app({ status: 'loading' }))
    const steps: Array<[props: TestSessionProviderProps, shown: string]> = [
      [{ session: ann }, ANN],
      [{ session: bob }, BOB],
      [{ session: null }, NOBODY],
      [{ session: ann }, ANN],
      [{ status: 'loading' }, LOADING],
      [{ status: 'unauthenticated' }, NOBODY],
    ]

    for (const [props, shown] of steps) {
      rerender(app(props))
      expect(texts()).toEqual([shown])
      await settle()
      expect(texts()).toEqual([shown])
    }
  })

  test('shows a session that differs in its end alone', () => {
    const { rerender } = render(app({ session: ann }))

    rerender(app({ session: { ...ann, expires: '1' } }))

    expect(texts()).toEqual(['authenticated Ann true seeded null false false false in'])
  })

  test('keeps the state of the components when the props change', () => {
    const page = (props: TestSessionProviderProps) => (
      <TestSessionProvider {...props}>
        <input aria-label="name" defaultValue="" />
      </TestSessionProvider>
    )
    const { rerender } = render(page({ session: ann }))
    const input = screen.getByLabelText('name')

    rerender(page({ session: null }))

    expect(screen.getByLabelText('name')).toBe(input)
  })

  test('takes props that say the same for no news', async () => {
    const { rerender } = render(app({ session: ann }))
    const client = getSessionClient()
    await act(() => signOut({ redirect: false }))
    expect(client.getState().cause.type).toBe('signed-out')

    rerender(app({ session: copyOf(ann) }))
    rerender(app({ session: ann, status: 'authenticated' }))
    expect(client.getState().cause.type).toBe('signed-out')
    expect(getSessionClient()).toBe(client)
    await act(() => client.refetch())
    expect(client.getState().status).toBe('unauthenticated')

    rerender(app({ session: bob }))
    expect(texts()).toEqual([BOB])
  })

  test('several on one page know nothing of each other', async () => {
    const stories = (
      <>
        {app({ session: ann })}
        {app({ session: null })}
        {app({ status: 'loading' })}
        {app({ session: bob })}
      </>
    )
    const { unmount } = render(stories)
    expect(texts()).toEqual([ANN, NOBODY, LOADING, BOB])

    // The free functions act on the one that was mounted last.
    await act(() => signOut({ redirect: false }))

    const signedOut = NOBODY.replace('seeded', 'signed-out')
    expect(texts()).toEqual([ANN, NOBODY, LOADING, signedOut])
    unmount()
  })

  test('inside another one it is the nearest', () => {
    render(
      <TestSessionProvider session={bob}>
        {app({ session: ann })}
        <Show />
      </TestSessionProvider>,
    )

    expect(texts()).toEqual([ANN, BOB])
  })

  test('does not expire', async () => {
    const expires = new Date(Date.now() + MINUTE).toISOString()
    render(app({ session: { ...ann, expires } }))

    await act(() => vi.advanceTimersByTimeAsync(60 * MINUTE))

    expect(texts()).toEqual([ANN])
  })
})
