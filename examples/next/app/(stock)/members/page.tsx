'use client'

import { useSession } from 'sessionchart/react'

/**
 * Whoever is signed out is sent to the sign-in page, and comes back. That protects nothing: the code of this page is
 * sent to everybody. See `../private/page.tsx` for a page that is not.
 */
export default function Page() {
  const { data: session, status } = useSession({ required: true })
  return (
    <>
      <h1>Members only</h1>
      {status === 'loading' ? <p>One moment …</p> : <p>Welcome, {session.user?.name}.</p>}
    </>
  )
}
