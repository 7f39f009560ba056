// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import { signOut, useSession } from 'sessionchart/react'
import { TestSessionProvider, type TestSessionProviderProps } from 'sessionchart/testing'
import { expect, test, vi } from 'vitest'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { settle } from '../support/time'
import { expectQuietPage } from './quiet-page'

function Page({ onUnauthenticated }: { onUnauthenticated?: (() => void) | undefined }) {
  const { status } = useSession({ required: true, ...(onUnauthenticated && { onUnauthenticated }) })
  return <p role="status">{status}</p>
}
const app = (props: TestSessionProviderProps, onUnauthenticated?: () => void) => (
  <TestSessionProvider {...props}>
    <Page onUnauthenticated={onUnauthenticated} />
  </TestSessionProvider>
)
const status = () => screen.getByRole('status').textContent

describeEachReactMode(() => {
  expectQuietPage()

  test('shows loading to who is signed out, and goes nowhere', async () => {
    render(app({ session: null }))
    await act(() => settle())

    expect(status()).toBe('loading')
  })

  test('calls the app when nobody is signed in', async () => {
    const onUnauthenticated = vi.fn()
    render(app({ session: null }, onUnauthenticated))
    await act(() => settle())

    expect(onUnauthenticated).toHaveBeenCalledTimes(1)
    expect(status()).toBe('loading')
  })

  test('does not call it while nobody knows, or when somebody is signed in', async () => {
    const onUnauthenticated = vi.fn()
    const { rerender } = render(app({ status: 'loading' }, onUnauthenticated))
    await act(() => settle())
    rerender(app({ session: ann }, onUnauthenticated))
    await act(() => settle())

    expect(onUnauthenticated).not.toHaveBeenCalled()
    expect(status()).toBe('authenticated')
  })

  test.for([
    ['the props', (rerender: () => void) => rerender()],
    ['signOut()', () => signOut()],
  ] as const)('calls it once when the session ends by %s', async ([, end]) => {
    const onUnauthenticated = vi.fn()
    const { rerender } = render(app({ session: ann }, onUnauthenticated))

    await act(async () => end(() => rerender(app({ session: null }, onUnauthenticated))))
    await act(() => settle())

    expect(onUnauthenticated).toHaveBeenCalledTimes(1)
    expect(status()).toBe('loading')
  })
})
