import { createAuthClient } from 'better-auth/react'
import * as v5 from 'next-auth/react'
import * as v4 from 'next-auth-v4/react'
import type { ComponentType, ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import type { LibraryName } from '../../libraries'
import { loadOurs } from './load-ours'

type User = { name?: string | null } | null | undefined
interface Hooks {
  useUser(): User
  provide(app: ReactNode): ReactNode
}
interface NextAuth {
  // biome-ignore lint/suspicious/noExplicitAny: each has its own type of session
  SessionProvider: ComponentType<{ session: any; children: ReactNode }>
  useSession(): { data?: { user?: User } | null | undefined }
}

const SESSION = { user: { name: 'Ann', email: 'ann@example.com' }, expires: '2099-01-01T00:00:00.000Z' }

const likeNextAuth = ({ SessionProvider, useSession }: NextAuth): Hooks => ({
  useUser: () => useSession().data?.user,
  provide: (app) => <SessionProvider session={SESSION}>{app}</SessionProvider>,
})

/** Its client takes no session on a server: there it renders what it shows while it waits. */
const betterAuth = createAuthClient({ baseURL: 'http://localhost' })

export interface Trees {
  /** Renders a page of so many consumers with each library, as for one request. */
  render: Record<LibraryName, (consumers: number) => string>
  createdActors(): number
}

export async function loadTrees(): Promise<Trees> {
  const ours = await loadOurs()
  const hooks: Record<LibraryName, Hooks> = {
    sessionchart: likeNextAuth(ours),
    'next-auth v5': likeNextAuth(v5),
    'next-auth v4': likeNextAuth(v4),
    'better-auth': { useUser: () => betterAuth.useSession().data?.user, provide: (app) => app },
  }
  const render = Object.fromEntries(Object.entries(hooks).map(([name, of]) => [name, renderWith(of)]))
  return { render: render as Trees['render'], createdActors: ours.createdActors }
}

const renderWith = (hooks: Hooks) => (consumers: number) =>
  renderToString(
    hooks.provide(Array.from({ length: consumers }, (_, id) => <Name key={String(id)} hooks={hooks} />)),
  )

const Name = ({ hooks }: { hooks: Hooks }) => <p>{hooks.useUser()?.name}</p>
