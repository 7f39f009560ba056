'use server'

import { AuthError } from 'next-auth'
import { signIn, signOut } from '../../../auth'
import type { Attempt } from '../../../components/credentials-fields'

/** Gives what went wrong, if something did. */
export async function signInHere(_before: Attempt, form: FormData): Promise<Attempt> {
  const { username, password } = Object.fromEntries(form)
  try {
    await signIn('credentials', { username, password, redirect: false })
    return { username: '', problem: '' }
  } catch (error) {
    if (error instanceof AuthError) return { username: String(username), problem: 'Wrong name or password.' }
    throw error
  }
}

export async function signOutHere(): Promise<void> {
  await signOut({ redirect: false })
}
