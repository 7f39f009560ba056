import { Suspense } from 'react'
import { Greeting } from '../../../(more)/greeting'

/** The server does not know who is signed in: it sends the fallback, and the browser takes over. */
export default function Page() {
  return (
    <>
      <h1>Streamed by path</h1>
      <Suspense fallback={<p>Who is it?</p>}>
        <Greeting />
      </Suspense>
    </>
  )
}
