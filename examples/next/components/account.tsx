'use client'

import { signOut, useSession } from 'sessionchart/react'
import { NameForm } from './name-form'
import { SignInForm } from './sign-in-form'

/** Signs in, out, and updates, by the functions of the client. */
export function Account() {
  const { data: session, status } = useSession()
  if (status === 'loading') return <p>One moment …</p>
  if (!session) return <SignInForm />
  // The type of the session is the one that `auth.ts` has augmented.
  const { role } = session
  return (
    <section className="card">
      <p>Only for members: your role is {role}.</p>
      <NameForm />
      <div className="row">
        <button onClick={() => signOut({ redirect: false })} type="button">
          Sign out
        </button>
        <button onClick={() => signOut({ redirectTo: '/?from=sign-out' })} type="button">
          Sign out and leave
        </button>
      </div>
    </section>
  )
}
