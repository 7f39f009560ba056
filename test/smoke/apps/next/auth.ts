import NextAuth from 'next-auth'
import Credentials from 'next-auth/providers/credentials'

declare module 'next-auth' {
  interface Session {
    role: 'member'
  }
}

export const { auth, handlers } = NextAuth({
  session: { strategy: 'jwt' },
  providers: [
    Credentials({
      credentials: { username: {}, password: {} },
      authorize: ({ username, password }) =>
        username === 'ann' && password === 'right' ? { name: 'Ann', email: 'ann@example.com' } : null,
    }),
  ],
  callbacks: { session: ({ session }) => ({ ...session, role: 'member' }) },
})
