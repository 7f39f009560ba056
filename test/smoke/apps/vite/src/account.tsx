import { type FormEvent, useState } from 'react'
import { SessionLoading, SignedOut, signIn, signOut, useSession } from 'sessionchart/react'

/** Who is signed in, a form to sign in, and buttons to sign out. */
export function Account() {
  const { data: session, status } = useSession()
  const [problem, setProblem] = useState('')

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { username, password, stay } = Object.fromEntries(new FormData(event.currentTarget))
    const redirect = !stay
    if (redirect) return signIn('credentials', { username, password, redirectTo: '/?from=sign-in' })
    const { ok, error } = await signIn('credentials', { username, password, redirect })
    return setProblem(ok ? '' : `Refused: ${error}`)
  }

  return (
    <main>
      <p role="status">
        {status} {session?.user?.name}
      </p>
      <p role="alert">{problem}</p>
      <SessionLoading>
        <p>One moment</p>
      </SessionLoading>
      <SignedOut>
        <p>Please sign in</p>
      </SignedOut>
      <form onSubmit={submit}>
        <input name="username" aria-label="Name" />
        <input name="password" aria-label="Password" type="password" />
        <label>
          <input name="stay" type="checkbox" defaultChecked /> Stay here
        </label>
        <button type="submit">Sign in</button>
      </form>
      <button onClick={() => signOut({ redirect: false })} type="button">
        Sign out
      </button>
      <button onClick={() => signOut({ redirectTo: '/?from=sign-out' })} type="button">
        Sign out and leave
      </button>
    </main>
  )
}
