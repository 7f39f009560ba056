import type * as React from 'react'
import type { SessionClient } from 'sessionchart'
import { useSessionRecorder } from 'sessionchart/devtools'
import type { Recorder } from 'sessionchart/inspect'
import { Panel } from './panel-layout'
import { useIsReady } from './use-is-ready'

export interface SessionDevtoolsPanelProps {
  /** Whose session is shown. Default: that of the provider mounted last. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever type of session it was made for
  client?: SessionClient<any> | undefined
  /** What has been recorded of the client so far. Default: a recorder of its own, which begins now. */
  recorder?: Recorder | undefined
  /** Shows a button that closes the panel, and closes it on Escape. */
  onClose?: (() => void) | undefined
  /** Takes the focus when it is shown. Default `false`. */
  takesFocus?: boolean | undefined
}

/**
 * Shows a session as it is and as it was: why the status is what it is, the chart with its active states, what can
 * happen next and what has happened. It fills the element around it, and is there in production builds as well.
 *
 * @example
 * ```tsx
 * <div style={{ height: 600 }}><SessionDevtoolsPanel /></div>
 * ```
 */
export function SessionDevtoolsPanel(props: SessionDevtoolsPanelProps): React.ReactElement | null {
  const { client, recorder, ...rest } = props
  return client && recorder ? (
    <ReadyPanel client={client} recorder={recorder} {...rest} />
  ) : (
    <RecordingPanel {...props} />
  )
}

function RecordingPanel({ client, recorder, ...rest }: SessionDevtoolsPanelProps) {
  const recorded = useSessionRecorder(client)
  return recorded && <ReadyPanel {...recorded} {...(recorder && { recorder })} {...rest} />
}

function ReadyPanel(props: React.ComponentProps<typeof Panel>) {
  if (useIsReady(props.client)) return <Panel {...props} />
  return (
    <p role="status">
      The chart is not loaded yet.{' '}
      {props.onClose && (
        <button type="button" onClick={props.onClose}>
          Close
        </button>
      )}
    </p>
  )
}
