'use client'

import { useSession } from 'sessionchart/react'

/** The type of the session is the one that `auth.ts` has augmented. */
export function Role() {
  const { data: session } = useSession({ required: true })
  const role: 'member' | undefined = session?.role
  return <p>Role: {role}</p>
}
