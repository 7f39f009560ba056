import { ActionButton } from '../../../../components/action-button'
import { signOutByPath } from '../actions'

export default function Page() {
  return (
    <>
      <h1>Welcome</h1>
      <ActionButton action={signOutByPath}>Sign out and go</ActionButton>
    </>
  )
}
