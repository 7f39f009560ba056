import { createRecorder, type Recording } from 'sessionchart/inspect'
import { ann } from '../client/sessions'
import { createTestClient } from '../client/test-client'

/** A recording of somebody who signs out, of a failed read before that, and of a network that is lost after it. */
export async function recordSignOut(): Promise<Recording> {
  const recorder = createRecorder()
  const { client, auth, page } = createTestClient({ session: ann(), inspect: recorder.inspect })
  client.start()
  auth.answerNext('/session', () => new Response('', { status: 500 }))
  await client.refetch()
  await client.signOut({ redirect: false })
  page.goOffline()
  return recorder.recording()
}

/** A copy that was changed. */
export function changed(recording: Recording, change: (copy: Recording) => void): Recording {
  const copy = structuredClone(recording)
  change(copy)
  return copy
}
