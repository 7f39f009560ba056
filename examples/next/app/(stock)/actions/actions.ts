'use server'

import { AuthError } from 'next-auth'
import { signIn, signOut } from '../../../auth'

const REFUSED = 'Wrong name or password.'

/** Gives what went wrong, if something did. */
export async function signInHere(_problem: string, form: FormData): Promise<string> {
  const { username, password } = Object.fromEntries(form)
  try {
    await signIn('credentials', { username, password, redirect: false })
    return ''
  } catch (error) {
    if (error instanceof AuthError) return REFUSED
    throw error
  }
}

/** Goes to another page, or gives what went wrong. */
export async function signInAndGo(target: string, _problem: string, form: FormData): Promise<string> {
  const { username, password } = Object.fromEntries(form)
  try {
    await signIn('credentials', { username, password, redirectTo: target })
    return ''
  } catch (error) {
    if (error instanceof AuthError) return REFUSED
    // A redirect is thrown, too.
    throw error
  }
}

export async function signOutHere(): Promise<void> {
  await signOut({ redirect: false })
}

export async function signOutAndGo(): Promise<void> {
  await signOut({ redirectTo: '/' })
}
