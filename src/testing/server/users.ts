/** Somebody who can sign in with a password. */
export interface TestUser {
  password: string
  id?: string
  name?: string | null
  email?: string | null
  image?: string | null
  /** Whatever else your callbacks want of a user. */
  [more: string]: unknown
}

/** Gives the user whose credentials these are, or `null`. May take time. */
export type Authorize = (credentials: Record<string, unknown>) => unknown

/** Finds by password, and by a name for the user in any other field: apps call that one as they like. */
export function authorizeAmong(users: readonly TestUser[]): Authorize {
  return ({ password, ...fields }) => {
    const sent = new Set(Object.values(fields))
    const isNamed = ({ id, name, email, username }: TestUser) =>
      [id, name, email, username].some((value) => Boolean(value) && sent.has(value))
    const user = users.find((one) => one.password === password && isNamed(one))
    if (!user) return null
    const { password: _, ...known } = user
    return known
  }
}
