import type { AuthOptions } from 'next-auth'
import { authHandlers } from 'sessionchart/testing/msw'

const options: AuthOptions = {
  providers: [],
  callbacks: {
    signIn: ({ user }) => user.email !== 'nobody@example.com',
    redirect: ({ url, baseUrl }) => new URL(url, baseUrl).href,
    jwt: ({ token, user }) => (user ? { ...token, id: user.id } : token),
    session: ({ session, token }) => ({ ...session, user: { ...session.user, id: String(token.id) } }),
  },
}

const auth = authHandlers({ version: 'v4', callbacks: options.callbacks })
auth.session = { user: { name: 'Ann' }, expires: '1' }
// @ts-expect-error a session has an end
auth.session = { user: { name: 'Ann' } }
