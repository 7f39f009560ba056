import { useSession } from 'sessionchart/react'

/** Changes the name in the session. */
export function NameForm() {
  const { update } = useSession()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const name = new FormData(event.currentTarget).get('name')
        event.currentTarget.reset()
        update({ name })
      }}
    >
      <label>
        Another name
        <input name="name" required autoComplete="off" />
      </label>
      <button type="submit">Update</button>
    </form>
  )
}
