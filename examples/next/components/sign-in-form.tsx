'use client'

import { useActionState } from 'react'
import { signIn } from 'sessionchart/react'
import { type Attempt, CredentialsFields } from './credentials-fields'

const nothing: Attempt = { username: '', problem: '' }

async function send(_before: Attempt, form: FormData): Promise<Attempt> {
  const { username, password, stay } = Object.fromEntries(form)
  if (!stay) {
    await signIn('credentials', { username, password, redirectTo: '/?from=sign-in' })
    return nothing
  }
  const { error } = await signIn('credentials', { username, password, redirect: false })
  return error ? { username: String(username), problem: `Refused: ${error}` } : nothing
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
