import { useEffect } from 'react'
import { useSession } from 'sessionchart/react'
import { log, newId } from './log'
import { SignInForm } from './sign-in-form'
import { SignedIn } from './signed-in'

/** Who is signed in, and what one can do about it. */
export function Account() {
  const { data: session, status } = useSession()

  useEffect(() => {
    log.add({ type: 'status', id: newId(), at: Date.now(), status })
  }, [status])

  return (
    <>
      <section className="status" aria-live="polite">
        <p className="pill" data-status={status}>
          {status}
        </p>
        <p>{session ? <strong>{session.user?.name}</strong> : <span className="quiet">nobody</span>}</p>
      </section>
      <section className="account">{session ? <SignedIn /> : <SignInForm />}</section>
    </>
  )
}
