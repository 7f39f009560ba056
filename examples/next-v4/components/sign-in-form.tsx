import { useActionState } from 'react'
import { signIn } from 'sessionchart/v4'
import { type Attempt, CredentialsFields } from './credentials-fields'

const nothing: Attempt = { username: '', problem: '' }

async function send(_before: Attempt, form: FormData): Promise<Attempt> {
  const { username, password, stay } = Object.fromEntries(form)
  const response = await signIn('credentials', {
    username,
    password,
    redirect: !stay,
    callbackUrl: '/?from=sign-in',
  })
  return response?.error ? { username: String(username), problem: `Refused: ${response.error}` } : nothing
}

export function SignInForm() {
  const [{ username, problem }, submit] = useActionState(send, nothing)
  return (
    <section className="card">
      <p>Please sign in</p>
      <form action={submit}>
        <CredentialsFields username={username} />
        <div className="row">
          <button type="submit">Sign in</button>
          <label>
            <input defaultChecked name="stay" type="checkbox" /> Stay here
          </label>
        </div>
        <p role="alert">{problem}</p>
      </form>
    </section>
  )
}
