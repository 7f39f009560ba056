import * as React from 'react'
import type { SessionState } from 'sessionchart'
import type { RecordedClient } from 'sessionchart/devtools'
import type { Recording, SessionSnapshot } from 'sessionchart/inspect'
import { beforeNextFrame } from '../page/page'

/** The session as it is, and how it has come to that. */
export interface Live {
  snapshot: SessionSnapshot
  state: SessionState
  recording: Recording
}

/** Follows a client with one subscription, and renders at most once for each frame. */
export function useLive({ client, recorder }: RecordedClient): Live {
  const read = React.useCallback(
    (): Live => ({
      snapshot: client.actor.getSnapshot(),
      state: client.getState(),
      recording: recorder.recording(),
    }),
    [client, recorder],
  )
  const [live, setLive] = React.useState(read)
  React.useEffect(() => {
    let takeBack: (() => void) | null = null
    const show = () => {
      takeBack = null
      // Whatever the app renders meanwhile goes first.
      React.startTransition(() => setLive(read()))
    }
    const schedule = () => {
      takeBack ??= beforeNextFrame(show)
    }
    const leave = client.watch(schedule)
    // What has happened since the render.
    schedule()
    return () => {
      leave()
      takeBack?.()
    }
  }, [client, read])
  return live
}
