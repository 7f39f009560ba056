import type { NextApiRequest } from 'next'
import type { Session } from 'next-auth'
import * as auth from 'next-auth/react'
import {
  type GetSessionParams,
  getSession,
  type SessionContextValue,
  type UseSessionOptions,
  useSession,
} from 'next-auth/react'
import { useEffect } from 'react'

export function Account() {
  const { data: session, status, update } = useSession()
  useEffect(() => {
    const onVisible = () => document.visibilityState === 'visible' && update()
    addEventListener('visibilitychange', onVisible, false)
    return () => removeEventListener('visibilitychange', onVisible, false)
  }, [update])
  const rename = async () => {
    await update({ name: 'Ada' })
    const next: Session | null = await update()
    return next?.user.role ?? (await update({ user: { ...session?.user } }))?.expires
  }
  if (status === 'authenticated') {
    const role: 'admin' | 'reader' = session.user.role
    return (
      <button type="button" onClick={rename}>
        {session.user.id} {session.user?.name} {role} {new Date(session.expires).toISOString()}
      </button>
    )
  }
  return <a href="/api/auth/signin">{status}</a>
}

export function Admins() {
  const { status, data } = useSession({
    required: true,
    onUnauthenticated() {
      location.href = '/sign-in'
    },
  })
  if (status === 'loading') return <>Loading or not authenticated...</>
  return <p>{data.user.email}</p>
}

export function useOwnSession<R extends boolean>(options: UseSessionOptions<R>): SessionContextValue<R> {
  return useSession(options)
}

export function Either({ required }: { required: boolean }) {
  const { status } = useSession({ required })
  const value: SessionContextValue = useSession()
  const strict: SessionContextValue<true> = auth.useSession({ required: true })
  const own = useOwnSession({ required: false })
  return <p>{status + value.status + strict.status + own.data?.user.name}</p>
}

export async function onServer(req: NextApiRequest) {
  const session = await getSession({ req })
  const params: GetSessionParams = { req, event: 'storage', triggerEvent: false, broadcast: false }
  const plain = await getSession({ req: { headers: { cookie: 'a=b' }, url: '/', method: 'GET' } })
  const other: Session | null = await getSession(params)
  const path: string | undefined = params.req?.url ?? params.ctx?.req.headers?.cookie
  return { path, id: session?.user.id, role: other?.user.role, csrf: await auth.getCsrfToken({ req }), plain }
}

export async function inBrowser(): Promise<Session['user'] | undefined> {
  return (await getSession())?.user ?? (await getSession({ broadcast: false }))?.user
}

export { getSession as readSession, signOut } from 'next-auth/react'
