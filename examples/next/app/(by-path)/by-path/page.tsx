import { signInAndGo } from '../../../actions'
import { ActionForm } from '../../../components/action-form'

export default function Page() {
  return (
    <>
      <h1>By path</h1>
      <p>This page is static. A new path reads the session: at once, but not twice within five seconds.</p>
      <section className="card">
        <ActionForm action={signInAndGo.bind(null, '/by-path/welcome')} submit="Sign in and go" />
      </section>
      <section className="card">
        <h2>To a page for members only</h2>
        <ActionForm action={signInAndGo.bind(null, '/by-path/members')} submit="Sign in as a member" />
      </section>
    </>
  )
}
