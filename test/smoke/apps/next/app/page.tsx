import { SignedIn } from 'sessionchart/react'
import { Account } from '../account'
import { Role } from './role'

export default function Page() {
  return (
    <>
      <SignedIn>
        <p>Only for members</p>
        <Role />
      </SignedIn>
      <Account />
    </>
  )
}
