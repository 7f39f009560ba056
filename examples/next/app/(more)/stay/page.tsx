import { auth } from '../../../auth'
import { BrowserSees } from '../../../components/browser-sees'
import { StayingButton } from './staying-button'
import { StayingForm } from './staying-form'

/** Server actions that do not redirect. */
export default async function Page() {
  const session = await auth()
  return (
    <>
      <h1>Staying</h1>
      <p>The server sees {session?.user?.name ?? 'nobody'}.</p>
      <BrowserSees />
      <section className="card">{session ? <StayingButton /> : <StayingForm />}</section>
    </>
  )
}
