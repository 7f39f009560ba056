import * as React from 'react'
import type { SessionClient } from 'sessionchart'
import type { SessionSnapshot } from 'sessionchart/inspect'
import { type Attempt, attempts } from './attempts'

interface TryListProps {
  client: SessionClient
  /** Where the chart stands now, whatever is looked at. */
  snapshot: SessionSnapshot
}

interface Row {
  attempt: Attempt
  label: string
  note: string
  isPossible: boolean
}

/** What one can let happen to this tab, and how to come back from it. */
export function TryList({ client, snapshot }: TryListProps): React.ReactElement {
  const noteId = React.useId()
  const isRunning = client.isRunning()
  const happen = (attempt: Attempt) => {
    const { actor, clock } = client
    actor.send(attempts[attempt](actor.getSnapshot().context, clock.now()))
  }
  return (
    <>
      <p className="scd-quiet">
        These act on this tab only: nothing is sent to the server, and other tabs hear nothing. “Read again”
        brings back what the server says.
      </p>
      <ul className="scd-list">
        {rowsFor(snapshot).map(({ attempt, label, note, isPossible }) => (
          <li key={label} className="scd-try">
            <button
              type="button"
              className="scd-button"
              aria-disabled={!isRunning || !isPossible}
              aria-describedby={`${noteId}${attempt}`}
              onClick={() => isRunning && isPossible && happen(attempt)}
            >
              {label}
            </button>
            <span className="scd-quiet" id={`${noteId}${attempt}`}>
              {note}
            </span>
          </li>
        ))}
        <li className="scd-try">
          <button
            type="button"
            className="scd-button scd-main"
            aria-describedby={`${noteId}read`}
            onClick={() => void client.refetch()}
          >
            Read again
          </button>
          <span className="scd-quiet" id={`${noteId}read`}>
            Asks the server who is signed in.
          </span>
        </li>
      </ul>
    </>
  )
}

function rowsFor(snapshot: SessionSnapshot): Row[] {
  const isSignedIn = snapshot.hasTag('authenticated')
  const isOnline = snapshot.context.online
  const signedInOnly = isSignedIn ? '' : ' Possible while somebody is signed in.'
  return [
    isOnline
      ? { attempt: 'goOffline', label: 'Go offline', note: 'As if the browser said so.', isPossible: true }
      : {
          attempt: 'goOnline',
          label: 'Go online',
          note: 'As if the browser said so. The session is read, which was put off.',
          isPossible: true,
        },
    {
      attempt: 'failRequest',
      label: 'Let a request fail',
      note: 'As if the server had answered 500. It is tried again after 5 s.',
      isPossible: true,
    },
    {
      attempt: 'expire',
      label: 'Expire now',
      note: `As if the session had come to its end.${signedInOnly}`,
      isPossible: isSignedIn,
    },
    {
      attempt: 'signOutInOtherTab',
      label: 'Sign out in another tab',
      note: `As if another tab said so. The cookie stays.${signedInOnly}`,
      isPossible: isSignedIn && snapshot.matches({ tabs: 'listening' }),
    },
  ]
}
