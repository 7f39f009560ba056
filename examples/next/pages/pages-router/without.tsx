import { Account } from '../../components/account'

/** Brings no session along, and keeps the one that the app has. */
export default function Page() {
  return (
    <>
      <h1>Pages Router without a session</h1>
      <Account />
    </>
  )
}
