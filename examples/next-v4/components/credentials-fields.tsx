/** The fields of every sign-in form here. */
export function CredentialsFields() {
  return (
    <>
      <p className="quiet">ann or bob, with the password “right”</p>
      <div className="row">
        <label>
          Name
          <input autoComplete="username" name="username" required />
        </label>
        <label>
          Password
          <input autoComplete="current-password" name="password" required type="password" />
        </label>
      </div>
    </>
  )
}
