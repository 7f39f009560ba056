import { SignedIn } from 'sessionchart/react'
import { Account } from '../account'

/** A page of the Pages Router that brings no session. */
export default function Legacy() {
  return (
    <>
      <SignedIn>
        <p>Only for members</p>
      </SignedIn>
      <Account />
    </>
  )
}
