import { ActionForm } from '../../../components/action-form'
import { signInAndGo } from '../actions/actions'

/** The sign-in page of `auth.ts`. */
export default async function Page({ searchParams }: { searchParams: Promise<{ callbackUrl?: string }> }) {
  const { callbackUrl = '/' } = await searchParams
  return (
    <>
      <h1>Sign in</h1>
      <section className="card">
        <ActionForm action={signInAndGo.bind(null, callbackUrl)} submit="Sign in" />
      </section>
    </>
  )
}
