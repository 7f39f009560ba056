import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'

declare module 'next-auth' {
  interface Session {
    role: 'owner' | 'member'
  }
}

const users = [
  { id: 'ann', name: 'Ann', email: 'ann@example.com' },
  { id: 'bob', name: 'Bob', email: 'bob@example.com' },
]

export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt' },
  providers: [
    Credentials({
      credentials: { username: { label: 'Name' }, password: { label: 'Password', type: 'password' } },
      authorize: (sent) =>
        (sent?.password === 'right' && users.find(({ id }) => id === sent.username)) || null,
    }),
  ],
  callbacks: {
    // `update({ name })` in the browser comes here.
    jwt: ({ token, trigger, session }) =>
      trigger === 'update' && typeof session?.name === 'string' ? { ...token, name: session.name } : token,
    session: ({ session, token }) => ({
      ...session,
      // Without `image`: Next refuses an `undefined` in props.
      user: { name: token.name, email: token.email },
      role: session.user?.email === 'ann@example.com' ? 'owner' : 'member',
    }),
  },
}
