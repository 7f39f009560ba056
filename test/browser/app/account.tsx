import { getSession, signIn, signOut, useSession } from 'next-auth/react'
import { type FormEvent, useState } from 'react'

// Chosen by the build: the two versions have different names for where to go afterwards.
declare const AFTERWARDS: 'redirectTo' | 'callbackUrl'

/** Forms and buttons to sign in, change the name, and sign out. Nobody catches what they throw, as in most apps. */
export function Account() {
  const { update } = useSession()
  const [refusal, setRefusal] = useState('')
  const [afterwards, setAfterwards] = useState('')
  const leaving = { [AFTERWARDS]: afterwards }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { username, password } = Object.fromEntries(new FormData(event.currentTarget))
    if (afterwards) return signIn('credentials', { username, password, ...leaving })
    const { ok, error } = await signIn('credentials', { username, password, redirect: false })
    return setRefusal(ok ? '' : `Refused: ${error}`)
  }

  function rename(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    void update(Object.fromEntries(new FormData(event.currentTarget)))
  }

  return (
    <>
      <p>
        <label>
          Then go to <input value={afterwards} onChange={({ target }) => setAfterwards(target.value)} />
        </label>
      </p>
      <form onSubmit={submit}>
        <label>
          User <input name="username" />
        </label>
        <label>
          Password <input name="password" type="password" />
        </label>
        <button type="submit">Sign in</button>
        <p role="alert">{refusal}</p>
      </form>
      <button type="button" onClick={() => void signIn('openid', afterwards ? leaving : {})}>
        Sign in with OpenID
      </button>
      <form onSubmit={rename}>
        <label>
          New name <input name="name" />
        </label>
        <button type="submit">Rename</button>
      </form>
      <button type="button" onClick={() => void getSession()}>
        Read again
      </button>
      <button
        type="button"
        onClick={() => void (afterwards ? signOut(leaving) : signOut({ redirect: false }))}
      >
        Sign out
      </button>
    </>
  )
}
