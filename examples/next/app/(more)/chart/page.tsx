import { type SessionState, statusOf } from 'sessionchart'
import { descriptions, sessionMachine } from 'sessionchart/machines'
import { auth } from '../../../auth'

/** The core, the charts and all types load in server code, too. */
export default async function Page() {
  const status: SessionState['status'] = statusOf(await auth())
  return (
    <>
      <h1>Chart</h1>
      <p>The server starts as {status}. These are the regions of the chart that runs in the browser:</p>
      <dl>
        {Object.values(sessionMachine.states).map(({ id, key, states }) => (
          <div className="card" key={id}>
            <dt>{key}</dt>
            <dd>{descriptions[id]}</dd>
            <dd className="quiet">{Object.keys(states).join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
