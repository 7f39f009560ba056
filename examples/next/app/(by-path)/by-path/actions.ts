'use server'

import { AuthError } from 'next-auth'
import { signIn, signOut } from '../../../auth'

// Both go to a page with another path.

export async function signInByPath(_problem: string, form: FormData): Promise<string> {
  const { username, password } = Object.fromEntries(form)
  try {
    await signIn('credentials', { username, password, redirectTo: '/by-path/welcome' })
    return ''
  } catch (error) {
    if (error instanceof AuthError) return 'Wrong name or password.'
    throw error
  }
}

export async function signOutByPath(): Promise<void> {
  await signOut({ redirectTo: '/by-path' })
}
