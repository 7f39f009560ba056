// @vitest-environment jsdom
import { renderHook, waitFor } from '@testing-library/react'
import { HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { answerGet, session } from './mock-server'
import { describeSuite, type Suite } from './suite'

const nobody = () => HttpResponse.json({}, { status: 401 })

const renderUseSession = ({ library }: Suite, onUnauthenticated?: (() => void) | 'redirect') => {
  const options = onUnauthenticated && {
    required: true,
    ...(onUnauthenticated !== 'redirect' && { onUnauthenticated }),
  }
  return renderHook(() => library.useSession(options), { wrapper: library.SessionProvider })
}

describeSuite('useSession', (suite) => {
  test('throws outside a provider', () => {
    expect(() => renderHook(() => suite.library.useSession())).toThrow(
      '[next-auth]: `useSession` must be wrapped in a <SessionProvider />',
    )
  })

  test('has no data while it is loading', async () => {
    const { result } = renderUseSession(suite)

    expect(result.current).toMatchObject({ status: 'loading', data: undefined })
    await waitFor(() => expect(result.current.status).toBe('authenticated'))
  })

  test('has the session when it was read', async () => {
    const { result } = renderUseSession(suite)

    await waitFor(() => expect(result.current).toMatchObject({ status: 'authenticated', data: session }))
  })

  test('has null when nobody is there', async () => {
    answerGet('session', nobody)

    const { result } = renderUseSession(suite)

    await waitFor(() => expect(result.current).toMatchObject({ status: 'unauthenticated', data: null }))
  })

  test('goes to the sign-in page when a session is required', async () => {
    answerGet('session', nobody)

    const { result } = renderUseSession(suite, 'redirect')

    await waitFor(() => expect(result.current).toMatchObject({ status: 'loading', data: null }))
    const query = new URLSearchParams({ error: 'SessionRequired', callbackUrl: window.location.href })
    await waitFor(() => expect(suite.location.visited).toEqual([`/api/auth/signin?${query}`]))
  })

  test('calls back instead, once', async () => {
    answerGet('session', nobody)
    const onUnauthenticated = vi.fn()

    const { result } = renderUseSession(suite, onUnauthenticated)

    await waitFor(() => expect(result.current).toMatchObject({ status: 'loading', data: null }))
    await waitFor(() => expect(onUnauthenticated).toHaveBeenCalledTimes(1))
    expect(suite.location.visited).toEqual([])
  })
})
