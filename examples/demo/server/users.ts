/** Who can sign in with a password. The page shows them. */
const passwordUsers = [
  { id: 'ann', name: 'Ann', email: 'ann@example.com', password: 'ann-password' },
  { id: 'bob', name: 'Bob', email: 'bob@example.com', password: 'bob-password' },
]

/** Whom the OpenID provider knows. */
export const openIdUsers = [
  { id: 'olive', name: 'Olive', email: 'olive@example.com' },
  { id: 'oscar', name: 'Oscar', email: 'oscar@example.com' },
]

/** Whose name and password these are, or `null`. */
export function findPasswordUser({ username, password }: { username?: unknown; password?: unknown }) {
  return passwordUsers.find((user) => user.id === username && user.password === password) ?? null
}
