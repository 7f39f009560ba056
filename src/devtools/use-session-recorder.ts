import * as React from 'react'
import type { SessionClient } from 'sessionchart'
import { createRecorder, type Recorder } from 'sessionchart/inspect'
import { getSessionClient, SessionContext } from 'sessionchart/react'

/** A client, and what has happened to it since somebody records it. */
export interface RecordedClient {
  client: SessionClient
  recorder: Recorder
}

/**
 * Records what happens to the session for as long as the component is there. Gives `null` on a server and in the
 * first render.
 *
 * @param client whose session it is. Default: that of the provider mounted last.
 *
 * @example
 * ```tsx
 * const recorded = useSessionRecorder()
 * const report = () => send(JSON.stringify(recorded?.recorder.recording()))
 * ```
 */
export function useSessionRecorder(
  // biome-ignore lint/suspicious/noExplicitAny: whatever type of session it was made for
  client?: SessionClient<any> | undefined,
): RecordedClient | null {
  // Renders when the provider has another client.
  React.useContext(SessionContext)
  const [recorded, setRecorded] = React.useState<RecordedClient | null>(null)
  const held = React.useRef<(RecordedClient & { detach(): void }) | null>(null)

  // Effects of children run before those of the provider, which starts the client: nothing is missed.
  React.useEffect(() => {
    const wanted: SessionClient = client ?? getSessionClient()
    if (held.current?.client === wanted) return
    held.current?.detach()
    const recorder = held.current?.recorder ?? createRecorder({ environment: wanted.clock })
    held.current = { client: wanted, recorder, detach: recorder.attach(wanted) }
    setRecorded({ client: wanted, recorder })
  })
  React.useEffect(
    () => () => {
      held.current?.detach()
      held.current = null
    },
    [],
  )
  return recorded
}
