import type { IncomingMessage } from 'node:http'
import type { Session } from 'next-auth'
import * as auth from 'next-auth/react'
import {
  type GetSessionParams,
  getCsrfToken,
  getProviders,
  getSession,
  type SessionContextValue,
  useSession,
} from 'next-auth/react'
import { useCallback, useEffect } from 'react'

declare const redirect: (to: string) => never

export function Account() {
  const { data: session, status, update } = useSession()
  useEffect(() => {
    const timer = setInterval(() => update(), 60_000)
    return () => clearInterval(timer)
  }, [update])
  const rename = useCallback(async () => {
    const next = await update({ name: 'Ada' })
    await update({ user: { ...session?.user, image: null } })
    await update(null)
    const all: Session | null = await update()
    return next?.user?.name ?? all?.user.role
  }, [session, update])

  if (status === 'loading') return <p>…</p>
  if (status !== 'authenticated') return <p>Sign in, {String(session)}</p>
  const role: 'admin' | 'reader' = session.user.role
  return (
    <button type="button" onClick={rename}>
      {session.user.id} {session.user.name} {role} {session.user?.image ?? ''}{' '}
      {new Date(session.expires).getTime()}
    </button>
  )
}

export function Members() {
  const { data, status } = useSession({ required: true })
  if (status === 'loading') return null
  return <p>{data.user.name}</p>
}

export function Admins() {
  const session = useSession({
    required: true,
    onUnauthenticated() {
      redirect('/sign-in')
    },
  })
  if (session.data) return <p>{session.data.user.email?.toLowerCase()}</p>
  return session.status === 'loading' ? <p>…</p> : null
}

export function Either({ required }: { required: boolean }) {
  const { status } = useSession({ required })
  const open = useSession({ required: false })
  const value: SessionContextValue = useSession()
  const strict: SessionContextValue<true> = useSession({
    required: true,
    onUnauthenticated: () => redirect('/'),
  })
  switch (open.status) {
    case 'authenticated':
      return <p>{open.data.user.id}</p>
    case 'loading':
    case 'unauthenticated':
      return <p>{status + value.status + strict.status}</p>
  }
}

export function useUser() {
  const { data } = auth.useSession()
  return data?.user satisfies Session['user'] | undefined
}

export function useRole(): Session['user']['role'] | undefined {
  const session = useSession()
  return session.status === 'authenticated' ? session.data.user.role : undefined
}

export async function fetchWithSession(input: string) {
  const session = await getSession()
  if (!session) throw new Error('signed out')
  const params: GetSessionParams = { event: 'poll', broadcast: false, triggerEvent: true }
  const other: Session | null = await getSession(params)
  const headers = {
    'x-user': session.user.id,
    'x-csrf': await getCsrfToken(),
    'x-role': other?.user.role ?? '',
  }
  return fetch(input, { headers })
}

export const getServerSideProps = async (context: { req: IncomingMessage }) => {
  const providers = await getProviders()
  const [session, csrfToken] = await Promise.all([getSession(), getCsrfToken()])
  if (!session) return { redirect: { destination: `/sign-in?${context.req.url}`, permanent: false } }
  return { props: { session, csrfToken, providers: Object.values(providers ?? []) } }
}

export { getSession as readSession, signOut } from 'next-auth/react'
