import type { Pages } from '../../many-tabs/pages'
import { type Answer, type AuthServer, startAuthServer } from '../../servers/auth-server'
import type { LibraryName } from '../libraries'
import { showBenchPages } from './pages'
import { authjsSession, betterAuthSession } from './sessions'

/** Where the client of a library asks who is signed in. */
export const sessionPathOf = (library: LibraryName): string =>
  library === 'better-auth' ? '/api/auth/get-session' : '/api/auth/session'

const answer: Answer = ({ url }) => {
  const isBetterAuth = new URL(url).pathname === sessionPathOf('better-auth')
  return Response.json(isBetterAuth ? betterAuthSession : authjsSession, {
    headers: { 'cache-control': 'private, no-cache, no-store' },
  })
}

/** Stands in for the servers of all libraries: somebody is signed in, and nothing is computed. */
export const startStubServer = (pages: Pages): Promise<AuthServer> =>
  startAuthServer(answer, showBenchPages(pages))

export const isRead = ({ method, path }: { method: string; path: string }): boolean =>
  method === 'GET' && /^\/api\/auth\/(get-)?session/.test(path)
