import NextAuth from 'next-auth'
import Credentials from 'next-auth/providers/credentials'

/** The server's side of Auth.js, which every app has. */
export const { auth, handlers, signIn, signOut } = NextAuth({
  providers: [
    Credentials({ credentials: { name: {}, password: {} }, authorize: ({ name }) => ({ name: `${name}` }) }),
  ],
})
