'use server'

import { AuthError } from 'next-auth'
import { signIn, signOut } from './auth'
import type { Attempt } from './components/credentials-fields'

/** Goes to another page, or gives what went wrong. */
export async function signInAndGo(target: string, _before: Attempt, form: FormData): Promise<Attempt> {
  const { username, password } = Object.fromEntries(form)
  try {
    await signIn('credentials', { username, password, redirectTo: target })
    return { username: '', problem: '' }
  } catch (error) {
    if (error instanceof AuthError) return { username: String(username), problem: 'Wrong name or password.' }
    // A redirect is thrown, too.
    throw error
  }
}

export async function signOutAndGo(target: string): Promise<void> {
  await signOut({ redirectTo: target })
}
