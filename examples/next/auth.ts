import NextAuth from 'next-auth'
import Credentials from 'next-auth/providers/credentials'

declare module 'next-auth' {
  interface Session {
    role: 'owner' | 'member'
  }
}

const users = [
  { name: 'Ann', email: 'ann@example.com' },
  { name: 'Bob', email: 'bob@example.com' },
]

export const { auth, handlers, signIn, signOut } = NextAuth({
  session: { strategy: 'jwt' },
  pages: { signIn: '/sign-in' },
  providers: [
    Credentials({
      credentials: { username: {}, password: {} },
      authorize: ({ username, password }) =>
        (password === 'right' && users.find(({ email }) => email === `${username}@example.com`)) || null,
    }),
  ],
  callbacks: {
    // `update({ name })` in the browser comes here.
    jwt: ({ token, trigger, session }) =>
      trigger === 'update' && typeof session?.name === 'string' ? { ...token, name: session.name } : token,
    session: ({ session }) => ({
      ...session,
      role: session.user.email === 'ann@example.com' ? 'owner' : 'member',
    }),
  },
})
