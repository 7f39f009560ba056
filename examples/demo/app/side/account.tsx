import { useEffect } from 'react'
import { signIn, signOut, useSession } from 'sessionchart/react'
import { SIGN_IN } from '../messages'
import { log, newId } from './log'
import { NameForm } from './name-form'
import { SignInForm } from './sign-in-form'

/** Who is signed in, and what one can do about it. */
export function Account() {
  const { data: session, status } = useSession()

  useEffect(() => {
    log.add({ type: 'status', id: newId(), at: Date.now(), status })
  }, [status])

  useEffect(() => {
    const obey = ({ data }: MessageEvent) => {
      if (data === SIGN_IN)
        signIn('credentials', { redirect: false, username: 'ann', password: 'ann-password' })
    }
    window.addEventListener('message', obey)
    return () => window.removeEventListener('message', obey)
  }, [])

  return (
    <>
      <section className="status" aria-live="polite">
        <p className="pill" data-status={status}>
          {status}
        </p>
        <p>{session ? <strong>{session.user?.name}</strong> : <span className="quiet">nobody</span>}</p>
      </section>
      <section className="account">
        {session ? (
          <>
            <NameForm />
            <button type="button" onClick={() => signOut({ redirect: false })}>
              Sign out
            </button>
          </>
        ) : (
          <SignInForm />
        )}
      </section>
    </>
  )
}
