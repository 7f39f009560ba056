import { useSelector } from '@xstate/react'
import { type SessionState, useSessionActor, useSessionState } from 'sessionchart/react'

/** What only this library knows: the cause, the last failed request, and the states that its chart is in. */
export function Why() {
  const { status, cause, error, isStale } = useSessionState()
  return (
    <section className="why">
      <h2>Why?</h2>
      <p>
        {explain(cause)}
        {isStale && status === 'authenticated' && ' The last request failed, which is no reason to sign out.'}
      </p>
      <dl>
        <div>
          <dt>status</dt>
          <dd>{status}</dd>
        </div>
        <div>
          <dt>cause</dt>
          <dd>{cause.type}</dd>
        </div>
        <div>
          <dt>error</dt>
          <dd data-good={error === null}>{error ? `${error.code}: ${error.message}` : 'none'}</dd>
        </div>
      </dl>
      <ActiveStates />
    </section>
  )
}

function ActiveStates() {
  const regions = useSelector(useSessionActor(), (snapshot) => snapshot.value)
  return (
    <>
      <h2>The states that its chart is in</h2>
      <dl>
        {Object.entries(regions).map(([region, state]) => (
          <div key={region}>
            <dt>{region}</dt>
            <dd>{pathOf(state)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

type StateValue = string | { [name: string]: StateValue | undefined }

function pathOf(state: StateValue | undefined): string {
  if (typeof state !== 'object') return String(state)
  return Object.entries(state)
    .map(([name, child]) => `${name}, ${pathOf(child)}`)
    .join(' and ')
}

function explain(cause: SessionState['cause']): string {
  switch (cause.type) {
    case 'starting':
      return 'Nobody has said anything yet.'
    case 'seeded':
    case 'prop':
      return 'The app says so.'
    case 'server':
      return 'The server says so.'
    case 'signed-in':
      return 'Somebody has signed in here.'
    case 'signed-out':
      return 'Somebody has signed out here.'
    case 'signed-in-in-other-tab':
      return 'Somebody has signed in in another tab.'
    case 'signed-out-in-other-tab':
      return 'Somebody has signed out in another tab.'
    case 'user-changed':
      return 'The server knows another user.'
    case 'expired':
      return 'The session has ended.'
    case 'unreachable':
      return 'The server could not be asked yet: nobody knows.'
  }
}
