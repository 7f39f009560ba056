import { type FormEvent, useEffect } from 'react'
import { type SignInResponse, signIn } from 'sessionchart/react'
import { SIGN_IN } from '../messages'
import { AttemptButton } from './attempt-button'
import { useAttempt } from './use-attempt'

/** Signs in with a password, or by way of the OpenID provider. */
export function SignInForm() {
  const { pending, failure, attempt } = useAttempt<'sign in'>()

  const signInAs = (fields: Record<string, string>) =>
    attempt('sign in', async () => {
      const response: SignInResponse | undefined = await signIn('credentials', { ...fields, redirect: false })
      return response ? explain(response) : pageIsLeft
    })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    signInAs(Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>)
  }
  const redirect = () =>
    attempt('sign in', async () => {
      await signIn('openid')
      return pageIsLeft
    })

  useEffect(() => {
    const obey = ({ data }: MessageEvent) => {
      if (data === SIGN_IN) signInAs({ username: 'ann', password: 'ann-password' })
    }
    window.addEventListener('message', obey)
    return () => window.removeEventListener('message', obey)
  })

  return (
    <>
      <form onSubmit={submit}>
        <label>
          Name
          <input name="username" defaultValue="ann" autoComplete="off" />
        </label>
        <label>
          Password
          <input name="password" type="password" defaultValue="ann-password" autoComplete="off" />
        </label>
        <AttemptButton type="submit" pending={pending} name="sign in" doing="Signing in">
          Sign in
        </AttemptButton>
      </form>
      <p className="quiet">
        <code>ann</code> with <code>ann-password</code>, <code>bob</code> with <code>bob-password</code>, or{' '}
        <button type="button" className="link" onClick={redirect}>
          sign in with the OpenID provider
        </button>
      </p>
      <p role="alert" className="failure">
        {failure}
      </p>
    </>
  )
}

/** The browser is on its way to another page: there is nothing more to say here. */
const pageIsLeft = new Promise<never>(() => {})

function explain({ error, status }: SignInResponse): string | undefined {
  if (!error) return undefined
  if (error === 'CredentialsSignin') return 'Wrong name or password.'
  return status
    ? `Could not sign in: the server answered ${status}.`
    : 'Could not sign in: there was no answer.'
}
