import { redirect } from 'next/navigation'
import { auth } from '../../../auth'

/** The server asks who is signed in, and sends nothing of this page to anybody else. */
export default async function Page() {
  const session = await auth()
  if (!session) redirect('/sign-in?callbackUrl=/private')
  return (
    <>
      <h1>Private</h1>
      <p>Only {session.user?.name} is sent this line.</p>
    </>
  )
}
