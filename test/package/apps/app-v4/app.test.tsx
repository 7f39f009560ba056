import type { Session } from 'next-auth'
import {
  getCsrfToken,
  getProviders,
  getSession,
  SessionContext,
  type SessionContextValue,
  SessionProvider,
  signIn,
  signOut,
  useSession,
} from 'next-auth/react'
import type { ReactElement } from 'react'
import { expect, type Mock, test, vi } from 'vitest'

vi.mock('next-auth/react', async (original) => ({
  ...(await original<typeof import('next-auth/react')>()),
  useSession: vi.fn(),
  signIn: vi.fn(),
}))

const session: Session = {
  user: { id: '1', role: 'admin', name: 'Ada', email: 'ada@example.com', image: null },
  expires: '1',
}
declare const render: (ui: ReactElement) => void

test('signed in', async () => {
  vi.mocked(useSession).mockReturnValue({ data: session, status: 'authenticated', update: vi.fn() })
  vi.mocked(useSession).mockReturnValueOnce({
    data: null,
    status: 'unauthenticated',
    update: async () => null,
  })
  ;(useSession as Mock).mockReturnValue({ data: null, status: 'loading' })
  vi.mocked(signIn).mockResolvedValue({ error: null, status: 200, ok: true, url: '/' })
  vi.mocked(signIn).mockResolvedValueOnce({ error: 'CredentialsSignin', status: 401, ok: false, url: null })
  vi.mocked(signIn).mockResolvedValueOnce(undefined)
  vi.mocked(signOut).mockResolvedValue({ url: '/bye' })
  vi.mocked(getSession).mockResolvedValue(session)
  vi.mocked(getSession).mockResolvedValueOnce(null)
  vi.mocked(getCsrfToken).mockResolvedValue('token')
  vi.mocked(getCsrfToken).mockResolvedValue(undefined)
  vi.mocked(getProviders).mockResolvedValue({
    credentials: {
      id: 'credentials',
      name: 'Password',
      type: 'credentials',
      signinUrl: '/a',
      callbackUrl: '/b',
    },
  } as Awaited<ReturnType<typeof getProviders>>)

  render(
    <SessionProvider session={{ expires: '1', user: { id: '1', role: 'reader', name: 'Ada' } }}>
      <p />
    </SessionProvider>,
  )
  const value: SessionContextValue = {
    data: session,
    status: 'authenticated',
    update: vi.fn().mockResolvedValue(session),
  }
  render(
    <SessionContext.Provider value={value}>
      <p />
    </SessionContext.Provider>,
  )
  expect(signIn).toHaveBeenCalledWith('credentials', { redirect: false })
  expect(vi.mocked(signIn).mock.calls[0]?.[1]?.callbackUrl).toBe('/')
})
