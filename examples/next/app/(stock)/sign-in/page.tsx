import { signInAndGo } from '../../../actions'
import { ActionForm } from '../../../components/action-form'

interface PageProps {
  searchParams: Promise<{ callbackUrl?: string | string[] }>
}

/** The sign-in page of `auth.ts`. */
export default async function Page({ searchParams }: PageProps) {
  const { callbackUrl } = await searchParams
  // The first, when the address has more than one.
  const [target = '/'] = [callbackUrl].flat()
  return (
    <>
      <h1>Sign in</h1>
      <section className="card">
        <ActionForm action={signInAndGo.bind(null, target)} submit="Sign in" />
      </section>
    </>
  )
}
