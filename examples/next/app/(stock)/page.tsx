import { Account } from '../../components/account'

export default function Page() {
  return (
    <>
      <h1>In the browser</h1>
      <p>Sign in, sign out and update by the functions of the client.</p>
      <Account />
    </>
  )
}
