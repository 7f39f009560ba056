import { auth } from '../../../auth'
import { Account } from '../../../components/account'
import { BrowserSees } from '../../../components/browser-sees'

/** The line of the server changes when the browser signs in or out. */
export default async function Page() {
  const session = await auth()
  return (
    <>
      <h1>Refresh</h1>
      <p>The server sees {session?.user?.name ?? 'nobody'}.</p>
      <BrowserSees />
      <Account />
    </>
  )
}
