'use client'

import { useRouter } from 'next/navigation'
import { useActionState } from 'react'
import { CredentialsFields } from './credentials-fields'

interface ActionFormProps {
  /** A server action that signs in, and gives what went wrong. */
  action: (problem: string, form: FormData) => Promise<string>
  submit: string
}

export function ActionForm({ action, submit }: ActionFormProps) {
  const { refresh } = useRouter()
  const [problem, send, isPending] = useActionState(async (before: string, form: FormData) => {
    const problem = await action(before, form)
    // The page that came with the answer was rendered before the cookie was there. Not so after a redirect, which
    // does not come by here.
    if (!problem) refresh()
    return problem
  }, '')

  return (
    <form action={send}>
      <CredentialsFields />
      <div className="row">
        <button disabled={isPending} type="submit">
          {submit}
        </button>
      </div>
      <p role="alert">{problem}</p>
    </form>
  )
}
