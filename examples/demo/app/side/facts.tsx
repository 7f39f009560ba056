import { SessionDevtoolsPanel } from 'sessionchart/devtools/panel'
import { useSessionState } from 'sessionchart/react'

/** What only this library knows: why the session is what it is, the chart that decides it, and what it does next. */
export function Facts() {
  return (
    <>
      <div className="devtools">
        <SessionDevtoolsPanel />
      </div>
      <State />
    </>
  )
}

function State() {
  const { status, cause, error } = useSessionState()
  return (
    <section className="why">
      <h2>
        <code>useSessionState()</code>
      </h2>
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
    </section>
  )
}
