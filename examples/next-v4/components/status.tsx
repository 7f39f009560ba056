import { useSession } from 'sessionchart/v4'

/** Who is signed in, as the browser knows it. */
export function Status() {
  const { data: session, status } = useSession()
  return (
    <p className="status" data-status={status} role="status">
      {status} {session?.user?.name}
    </p>
  )
}
