/** What a form keeps of the last sign-in that was refused. */
export interface Attempt {
  username: string
  problem: string
}

/** The fields of every sign-in form here. React empties a form after its action: the name is put in again. */
export function CredentialsFields({ username }: Pick<Attempt, 'username'>) {
  return (
    <>
      <p className="quiet">ann or bob, with the password “right”</p>
      <div className="row">
        <label>
          Name
          <input autoComplete="username" defaultValue={username} name="username" required />
        </label>
        <label>
          Password
          <input autoComplete="current-password" name="password" required type="password" />
        </label>
      </div>
    </>
  )
}
