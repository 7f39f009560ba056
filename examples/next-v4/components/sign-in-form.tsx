import { useState } from 'react'
import { signIn } from 'sessionchart/v4'
import { CredentialsFields } from './credentials-fields'

export function SignInForm() {
  const [problem, setProblem] = useState('')

  async function submit(form: FormData) {
    const { username, password, stay } = Object.fromEntries(form)
    const response = await signIn('credentials', {
      username,
      password,
      redirect: !stay,
      callbackUrl: '/?from=sign-in',
    })
    setProblem(response?.error ? `Refused: ${response.error}` : '')
  }

  return (
    <section className="card">
      <p>Please sign in</p>
      <form action={submit}>
        <CredentialsFields />
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
