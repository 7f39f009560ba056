import { useSession } from 'sessionchart/v4'

/** Whoever is signed out is sent to the sign-in page, and comes back. */
export default function Page() {
  const { data: session, status } = useSession({ required: true })
  return (
    <>
      <h1>Members only</h1>
      {status === 'loading' ? <p>One moment …</p> : <p>Welcome, {session.user?.name}.</p>}
    </>
  )
}
