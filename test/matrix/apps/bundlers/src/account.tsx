import { type FormEvent, useState } from 'react'
import { signIn, signOut, useSession, useSessionState } from 'sessionchart/react'

/** Who is signed in and why, a form to sign in, and buttons to sign out. Tests read the labels and the values. */
export function Account() {
  const { data, status } = useSession()
  const { cause, error } = useSessionState()
  const [refusal, setRefusal] = useState('')
  const facts = {
    status,
    name: data?.user?.name ?? 'nobody',
    cause: cause.type,
    error: error?.code ?? 'none',
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { username, password, leave } = Object.fromEntries(new FormData(event.currentTarget))
    if (leave) return signIn('credentials', { username, password, redirectTo: '/?from=sign-in' })
    const { ok, error } = await signIn('credentials', { username, password, redirect: false })
    return setRefusal(ok ? '' : `Refused: ${error}`)
  }

  return (
    <>
      {Object.entries(facts).map(([label, value]) => (
        <p key={label}>
          {label}: <output aria-label={label}>{value}</output>
        </p>
      ))}
      <form onSubmit={submit}>
        <input name="username" aria-label="User" />
        <input name="password" aria-label="Password" type="password" />
        <label>
          <input name="leave" type="checkbox" /> Leave
        </label>
        <button type="submit">Sign in</button>
        <p role="alert">{refusal}</p>
      </form>
      <button type="button" onClick={() => signOut({ redirect: false })}>
        Sign out
      </button>
      <button type="button" onClick={() => signOut({ redirectTo: '/?from=sign-out' })}>
        Sign out and leave
      </button>
    </>
  )
}
