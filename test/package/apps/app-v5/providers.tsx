import type { Session } from 'next-auth'
import {
  __NEXTAUTH,
  SessionContext,
  type SessionContextValue,
  SessionProvider,
  type SessionProviderProps,
  type UpdateSession,
  type useSession,
} from 'next-auth/react'
import {
  type ComponentProps,
  type ComponentType,
  createElement,
  type FC,
  lazy,
  type ReactNode,
  useContext,
} from 'react'

declare const auth: () => Promise<Session | null>

export function Root({ children, session }: { children: ReactNode; session: Session | null }) {
  return <SessionProvider session={session}>{children}</SessionProvider>
}

export function Everything({ children, session }: { children: ReactNode; session?: Session | null }) {
  return (
    <SessionProvider
      key={session?.user?.email}
      session={session}
      baseUrl="https://app.example"
      basePath="/api/auth"
      refetchInterval={5 * 60}
      refetchOnWindowFocus={true}
      refetchWhenOffline={false}
    >
      <>{children}</>
      text {5} {null} {false}
    </SessionProvider>
  )
}

export async function ServerLayout({ children }: { children: React.ReactNode }) {
  const session = await auth()
  return (
    <html lang="en">
      <body>
        <SessionProvider session={session} refetchOnWindowFocus={session ? false : undefined}>
          {children}
        </SessionProvider>
      </body>
    </html>
  )
}

export const Spread = (props: SessionProviderProps) => <SessionProvider {...props} />
export const Picked = ({ children, ...rest }: ComponentProps<typeof SessionProvider>) => (
  <SessionProvider {...rest}>{children}</SessionProvider>
)
export const Component: ComponentType<SessionProviderProps> = SessionProvider
export const Functional: FC<SessionProviderProps> = (props) => createElement(SessionProvider, props)
export const Lazy = lazy(() =>
  import('next-auth/react').then((module) => ({ default: module.SessionProvider })),
)
export const stack: FC<{ children: ReactNode; session?: Session | null }>[] = [SessionProvider, Everything]
export interface OwnProps extends Omit<SessionProviderProps, 'children'> {
  fallback: ReactNode
}
export const props: SessionProviderProps = { children: null, session: undefined, refetchInterval: 0 }

export function Mocked({ children, session }: { children: ReactNode; session: Session }) {
  const update: UpdateSession = async () => session
  const value: SessionContextValue = { data: session, status: 'authenticated', update }
  return <SessionContext.Provider value={value}>{children}</SessionContext.Provider>
}

export const signedOut = (
  <SessionContext.Provider value={{ data: null, status: 'unauthenticated', update: async () => null }}>
    <SessionContext.Consumer>
      {(value) => <p>{value?.data?.user?.name ?? value?.status}</p>}
    </SessionContext.Consumer>
  </SessionContext.Provider>
)

export function useOwnSession() {
  const value = useContext(SessionContext)
  if (!value) throw new Error('no provider')
  const same: ReturnType<typeof useSession> = value
  return { ...same, isSignedIn: value.status === 'authenticated', id: value.data?.user?.id }
}

export function configure() {
  __NEXTAUTH.basePath = '/other'
  __NEXTAUTH._getSession()
  return `${__NEXTAUTH.baseUrl}${__NEXTAUTH.basePath}${__NEXTAUTH._session?.expires}`
}
