import type { FormEvent } from 'react'
import { useSession } from 'sessionchart/v4'

export function NameForm() {
  const { update } = useSession()

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    await update({ name: form.get('name') })
  }

  return (
    <form className="row" onSubmit={save}>
      <label>
        New name
        <input autoComplete="off" name="name" required />
      </label>
      <button type="submit">Update</button>
    </form>
  )
}
