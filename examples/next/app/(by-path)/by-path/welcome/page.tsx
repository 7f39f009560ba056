import { signOutAndGo } from '../../../../actions'
import { ActionButton } from '../../../../components/action-button'

export default function Page() {
  return (
    <>
      <h1>Welcome</h1>
      <ActionButton action={signOutAndGo.bind(null, '/by-path')}>Sign out and go</ActionButton>
    </>
  )
}
