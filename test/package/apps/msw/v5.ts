import type { NextAuthConfig } from 'next-auth'
import { authHandlers } from 'sessionchart/testing/msw'

const config = {
  providers: [],
  callbacks: {
    signIn: ({ user }) => user.email !== 'nobody@example.com',
    redirect: ({ url, baseUrl }) => new URL(url, baseUrl).href,
    jwt: ({ token, user }) => (user ? { ...token, id: user.id } : token),
    session: ({ session, token }) => ({ ...session, user: { ...session.user, id: String(token.id) } }),
    authorized: ({ auth }) => auth !== null,
  },
} satisfies NextAuthConfig

const typed: NextAuthConfig = config

const auth = authHandlers({
  users: [{ id: '1', name: 'ann', password: 'right', role: 'admin' }],
  callbacks: config.callbacks,
  session: { user: { name: 'Ann' }, expires: '1' },
})
authHandlers({ callbacks: typed.callbacks })
auth.signOutElsewhere()
const name: string | null | undefined = auth.session?.user?.name

export { name }
