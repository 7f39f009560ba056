'use client'

import { useActionState } from 'react'
import { type Attempt, CredentialsFields } from './credentials-fields'

interface ActionFormProps {
  /** A server action that signs in, and gives what went wrong. */
  action: (before: Attempt, form: FormData) => Promise<Attempt>
  submit: string
}

export function ActionForm({ action, submit }: ActionFormProps) {
  const [{ username, problem }, send, isPending] = useActionState(action, { username: '', problem: '' })
  return (
    <form action={send}>
      <CredentialsFields username={username} />
      <div className="row">
        <button disabled={isPending} type="submit">
          {submit}
        </button>
      </div>
      <p role="alert">{problem}</p>
    </form>
  )
}
