'use client'

import { useSession } from 'sessionchart/react'

/** Right after a sign-in on the server, nobody is sent away before the session is read for the new path. */
export default function Page() {
  const { data: session, status } = useSession({ required: true })
  return (
    <>
      <h1>Members by path</h1>
      {status === 'loading' ? <p>One moment …</p> : <p>Welcome, {session.user?.name}.</p>}
    </>
  )
}
