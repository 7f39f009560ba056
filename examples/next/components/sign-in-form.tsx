'use client'

import { useState } from 'react'
import { signIn } from 'sessionchart/react'
import { CredentialsFields } from './credentials-fields'

export function SignInForm() {
  const [problem, setProblem] = useState('')

  async function submit(form: FormData) {
    const { username, password, stay } = Object.fromEntries(form)
    if (!stay) return signIn('credentials', { username, password, redirectTo: '/?from=sign-in' })
    const { error } = await signIn('credentials', { username, password, redirect: false })
    setProblem(error ? `Refused: ${error}` : '')
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
