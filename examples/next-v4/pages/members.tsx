import { useSession } from 'sessionchart/v4'

/**
 * Whoever is signed out is sent to the sign-in page, and comes back. That protects nothing: the code of this page is
 * sent to everybody. What is for members only, give them in `getServerSideProps`, as `index.tsx` does its session.
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
