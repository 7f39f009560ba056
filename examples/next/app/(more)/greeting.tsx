'use client'

import { useSuspenseSession } from 'sessionchart/react'

/** Has no `loading` to take care of: it suspends until somebody has said who is signed in. */
export function Greeting() {
  const { data: session } = useSuspenseSession()
  return <p>{session ? `Hello ${session.user?.name}` : 'Hello stranger'}</p>
}
