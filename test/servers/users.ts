const users = [
  { id: 'ann', name: 'Ann', email: 'ann@example.com', password: 'ann-password' },
  { id: 'bob', name: 'Bob', email: 'bob@example.com', password: 'bob-password' },
]

/** The `authorize` of both servers' credentials provider: the user without the password, or `null`. */
export function findUser(credentials: { username?: unknown; password?: unknown } | undefined) {
  const user = users.find(({ id }) => id === credentials?.username)
  if (!user || user.password !== credentials?.password) return null
  return { id: user.id, name: user.name, email: user.email }
}
