import { SessionLoading, SignedIn, SignedOut } from 'sessionchart/react'
import { Account } from '../../../components/account'

/** A Server Component. The guards hide and do not protect: what stands inside is sent to every browser. */
export default function Page() {
  return (
    <>
      <h1>Guards</h1>
      <SignedIn>
        <p>Somebody is signed in.</p>
      </SignedIn>
      <SignedOut>
        <p>Nobody is signed in.</p>
      </SignedOut>
      <SessionLoading>
        <p>Nobody knows yet.</p>
      </SessionLoading>
      <Account />
    </>
  )
}
