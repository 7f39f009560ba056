import { ActionForm } from '../../../components/action-form'
import { signInByPath } from './actions'

export default function Page() {
  return (
    <>
      <h1>By path</h1>
      <p>This page is static. The session is read when the path changes, once in five seconds at most.</p>
      <section className="card">
        <ActionForm action={signInByPath} submit="Sign in and go" />
      </section>
    </>
  )
}
