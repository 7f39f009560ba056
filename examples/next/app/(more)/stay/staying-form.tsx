'use client'

import { useRouter } from 'next/navigation'
import { ActionForm } from '../../../components/action-form'
import type { Attempt } from '../../../components/credentials-fields'
import { signInHere } from './actions'

/** Asks for the page once more: the one that comes with the answer was rendered before the cookie was there. */
export function StayingForm() {
  const { refresh } = useRouter()

  async function send(before: Attempt, form: FormData) {
    const attempt = await signInHere(before, form)
    if (!attempt.problem) refresh()
    return attempt
  }

  return <ActionForm action={send} submit="Sign in" />
}
