import type { AppContext, AppProps } from 'next/app'
import type { Session } from 'next-auth'
import {
  getSession,
  SessionContext,
  type SessionContextValue,
  SessionProvider,
  type SessionProviderProps,
  signIn,
  useSession,
} from 'next-auth/react'
import { type ComponentProps, type FC, type ReactElement, type ReactNode, useContext, useEffect } from 'react'

interface AuthPage {
  auth?: { role: Session['user']['role']; loading: ReactElement }
}

export default function App({
  Component,
  pageProps: { session, ...pageProps },
}: AppProps<{ session: Session | null }> & { Component: AuthPage }) {
  return (
    <SessionProvider session={session} refetchInterval={0} refetchOnWindowFocus={false}>
      {Component.auth ? (
        <Auth>
          <Component {...pageProps} session={session} />
        </Auth>
      ) : (
        <Component {...pageProps} session={session} />
      )}
    </SessionProvider>
  )
}

App.getInitialProps = async ({ ctx }: AppContext) => {
  const session = await getSession({ ctx })
  return { pageProps: { session: session ?? (await getSession({ req: ctx.req })) } }
}

export function Auth({ children }: { children: ReactNode }) {
  const { data: session, status } = useSession()
  const isUser = !!session?.user
  useEffect(() => {
    if (status === 'loading') return
    if (!isUser) signIn()
  }, [isUser, status])
  return isUser ? <>{children}</> : <div>Loading...</div>
}

export function Everything({ children, ...props }: SessionProviderProps) {
  return (
    <SessionProvider
      {...props}
      baseUrl={process.env.NEXTAUTH_URL}
      basePath="/app/api/auth"
      refetchInterval={60 * 4}
      refetchOnWindowFocus
      refetchWhenOffline={false}
    >
      {children}
    </SessionProvider>
  )
}

export const Picked: FC<ComponentProps<typeof SessionProvider>> = (props) => <SessionProvider {...props} />

export function Mocked({ children, session }: { children: ReactNode; session: Session }) {
  const value: SessionContextValue = { data: session, status: 'authenticated', update: async () => null }
  return <SessionContext.Provider value={value}>{children}</SessionContext.Provider>
}

export const signedOut = (
  <SessionContext.Provider
    value={{ data: null, status: 'unauthenticated', update: () => Promise.resolve(null) }}
  >
    <SessionContext.Consumer>{(value) => value?.data?.user?.name}</SessionContext.Consumer>
  </SessionContext.Provider>
)

export const useAuth = () => {
  const value = useContext(SessionContext)
  return { user: value?.data?.user, isLoading: value?.status === 'loading', refresh: value?.update }
}
