import { setTimeout } from 'node:timers/promises'
import { Suspense } from 'react'
import { SignedIn } from 'sessionchart/react'
import { auth } from '../../../auth'
import { Greeting } from '../greeting'

export default function Page() {
  return (
    <>
      <h1>Streamed</h1>
      <Suspense fallback={<p>Who is it?</p>}>
        <Greeting />
      </Suspense>
      <Suspense fallback={<p>The server is counting …</p>}>
        <Letters />
      </Suspense>
    </>
  )
}

/** Comes later than the rest of the page. */
async function Letters() {
  const session = await auth()
  await setTimeout(1_500)
  return (
    <section className="card">
      <p>There are {session?.user?.name?.length ?? 0} letters.</p>
      <SignedIn>
        <Greeting />
      </SignedIn>
    </section>
  )
}
