const user = { id: 'ann', name: 'Ann', email: 'ann@example.com' }
const expires = '2099-01-01T00:00:00.000Z'
const at = '2026-01-01T00:00:00.000Z'

/** What Auth.js says of somebody who is signed in. */
export const authjsSession = { user, expires }

/** What a server of better-auth says. */
export const betterAuthSession = {
  session: { id: 's-1', token: 't-1', userId: user.id, expiresAt: expires, createdAt: at, updatedAt: at },
  user: { ...user, emailVerified: true, createdAt: at, updatedAt: at },
}
