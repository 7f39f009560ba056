import type { FormEvent } from 'react'
import { signOut, useSession } from 'sessionchart/react'
import { AttemptButton } from './attempt-button'
import { useAttempt } from './use-attempt'

/** What one can do who is signed in: change the name in the session, and sign out. */
export function SignedIn() {
  const { update } = useSession()
  const { pending, failure, attempt } = useAttempt<'change the name' | 'sign out'>()

  const changeName = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    attempt('change the name', async () => {
      const session = await update({ name: new FormData(form).get('name') })
      if (!session) return 'Could not change the name.'
      form.reset()
      return undefined
    })
  }
  const leave = () =>
    attempt('sign out', async () => {
      await signOut({ redirect: false })
      // After a sign-out this form is gone, and nobody reads this.
      return 'Could not sign out.'
    })

  return (
    <>
      <form onSubmit={changeName}>
        <label>
          Another name
          <input name="name" required autoComplete="off" />
        </label>
        <AttemptButton type="submit" pending={pending} name="change the name" doing="Updating">
          Update
        </AttemptButton>
        <AttemptButton type="button" onClick={leave} pending={pending} name="sign out" doing="Signing out">
          Sign out
        </AttemptButton>
      </form>
      <p role="alert" className="failure">
        {failure}
      </p>
    </>
  )
}
