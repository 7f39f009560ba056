import { connection } from 'next/server'
import { Suspense } from 'react'
import { Greeting } from '../../../(more)/greeting'

/** The server does not know who is signed in: it sends the fallback, and the browser takes over. */
export default async function Page() {
  // On a static page the error that makes the server send the fallback would end the build.
  await connection()
  return (
    <>
      <h1>Streamed by path</h1>
      <Suspense fallback={<p>Who is it?</p>}>
        <Greeting />
      </Suspense>
    </>
  )
}
