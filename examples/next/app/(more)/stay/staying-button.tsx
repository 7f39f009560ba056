'use client'

import { useRouter } from 'next/navigation'
import { ActionButton } from '../../../components/action-button'
import { signOutHere } from './actions'

/** Asks for the page once more, as `StayingForm` does. */
export function StayingButton() {
  const { refresh } = useRouter()

  async function send() {
    await signOutHere()
    refresh()
  }

  return <ActionButton action={send}>Sign out</ActionButton>
}
