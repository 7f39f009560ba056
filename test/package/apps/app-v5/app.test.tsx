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
declare const render: (
  ui: ReactElement,
  options?: { wrapper?: React.JSXElementConstructor<{ children: React.ReactNode }> },
) => void

test('signed in', async () => {
  const update = vi.fn(async () => session)
  vi.mocked(useSession).mockReturnValue({ data: session, status: 'authenticated', update })
  vi.mocked(useSession).mockReturnValue({ data: null, status: 'unauthenticated', update: vi.fn() })
  vi.mocked(useSession).mockReturnValueOnce({ data: null, status: 'loading', update: async () => null })
  ;(useSession as Mock).mockReturnValue({ data: null, status: 'loading' })
  vi.mocked(signIn).mockResolvedValue({ error: undefined, code: undefined, status: 200, ok: true, url: null })
  vi.mocked(signIn).mockResolvedValueOnce({
    error: 'CredentialsSignin',
    code: 'credentials',
    status: 200,
    ok: true,
    url: null,
  })
  vi.mocked(signIn).mockRejectedValueOnce(new Error('no network'))
  vi.mocked(signIn).mockImplementation(async (provider, options) => {
    if (provider === 'google' && options?.redirectTo)
      return { error: undefined, code: undefined, status: 200, ok: true, url: '/' }
    return { error: 'x', code: 'y', status: 401, ok: false, url: null }
  })
  vi.mocked(signOut).mockResolvedValue({ url: '/bye' })
  vi.mocked(getSession).mockResolvedValue(session)
  vi.mocked(getSession).mockResolvedValue(null)
  vi.mocked(getCsrfToken).mockResolvedValue('token')
  vi.mocked(getProviders).mockResolvedValue({
    github: {
      id: 'github',
      name: 'GitHub',
      type: 'oauth',
      signinUrl: '/a',
      callbackUrl: '/b',
      redirectTo: '/c',
    },
  } as Awaited<ReturnType<typeof getProviders>>)
  vi.spyOn({ signIn }, 'signIn').mockResolvedValue({
    error: undefined,
    code: undefined,
    status: 200,
    ok: true,
    url: null,
  })

  render(
    <SessionProvider session={{ expires: '1', user: { id: '1', role: 'reader', name: 'Ada' } }}>
      <p />
    </SessionProvider>,
    { wrapper: ({ children }) => <SessionProvider session={session}>{children}</SessionProvider> },
  )
  render(
    <SessionContext.Provider value={{ data: session, status: 'authenticated', update }}>
      <p />
    </SessionContext.Provider>,
  )
  const value: SessionContextValue = {
    data: session,
    status: 'authenticated',
    update: vi.fn().mockResolvedValue(session),
  }
  const withSession = (status: SessionContextValue['status']) =>
    vi.mocked(useSession).mockReturnValue({ ...value, status } as ReturnType<typeof useSession>)
  withSession('loading')

  expect(signIn).toHaveBeenCalledWith('credentials', { redirect: false })
  expect(vi.mocked(signIn).mock.calls[0]?.[1]?.redirectTo).toBe('/')
})
