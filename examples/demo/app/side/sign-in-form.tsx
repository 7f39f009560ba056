import { useState } from 'react'
import { signIn } from 'sessionchart/react'

/** Signs in with a password, or by way of the OpenID provider. */
export function SignInForm() {
  const [refusal, setRefusal] = useState<string>()
  return (
    <>
      <form
        onSubmit={async (event) => {
          event.preventDefault()
          const fields = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
          setRefusal(undefined)
          const response = await signIn('credentials', { ...fields, redirect: false })
          setRefusal(response?.error)
        }}
      >
        <label>
          Name
          <input name="username" defaultValue="ann" autoComplete="off" />
        </label>
        <label>
          Password
          <input name="password" type="password" defaultValue="ann-password" autoComplete="off" />
        </label>
        <button type="submit">Sign in</button>
      </form>
      <p role="alert" className="refusal">
        {refusal && `Refused: ${refusal}`}
      </p>
      <p className="quiet">
        <code>ann</code> with <code>ann-password</code>, <code>bob</code> with <code>bob-password</code>, or{' '}
        <button type="button" className="link" onClick={() => signIn('openid')}>
          sign in with the OpenID provider
        </button>
      </p>
    </>
  )
}
