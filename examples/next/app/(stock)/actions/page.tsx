import { signInAndGo, signOutAndGo } from '../../../actions'
import { auth } from '../../../auth'
import { ActionButton } from '../../../components/action-button'
import { ActionForm } from '../../../components/action-form'
import { BrowserSees } from '../../../components/browser-sees'

/** Everything here happens on the server. `useSession` in the browser knows of it at once. */
export default async function Page() {
  const session = await auth()
  return (
    <>
      <h1>Server actions</h1>
      <p>The server sees {session?.user?.name ?? 'nobody'}.</p>
      <BrowserSees />
      {session ? (
        <section className="card row">
          <ActionButton action={signOutAndGo.bind(null, '/actions')}>Sign out</ActionButton>
          <ActionButton action={signOutAndGo.bind(null, '/')}>Sign out and go</ActionButton>
        </section>
      ) : (
        <>
          <section className="card">
            <h2>Come back to this page</h2>
            <ActionForm action={signInAndGo.bind(null, '/actions')} submit="Sign in" />
          </section>
          <section className="card">
            <h2>Go to another</h2>
            <ActionForm action={signInAndGo.bind(null, '/members')} submit="Sign in and go" />
          </section>
        </>
      )}
    </>
  )
}
