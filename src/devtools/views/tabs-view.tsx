import * as React from 'react'
import type { Recording, SessionSnapshot } from 'sessionchart/inspect'
import { countLocks, every } from '../page/page'
import { clockTime } from '../text/time-text'
import { tabFacts } from './tab-facts'

interface TabsViewProps {
  snapshot: SessionSnapshot
  recording: Recording
  isNow: boolean
}

/** What is known of the other tabs: who reads now, who asked last, which were heard of. */
export function TabsView({ snapshot, recording, isNow }: TabsViewProps): React.ReactElement {
  const locks = useLocks()
  const { others, lastAnswered, turn, hears } = tabFacts(snapshot, recording)
  const isOther = turn !== 'has it' && (locks?.held ?? 0) > 0
  return (
    <>
      <dl className="scd-facts">
        <div>
          <dt>Asks the server</dt>
          <dd>
            {turn === 'has it' ? 'this tab' : isNow && isOther ? 'another tab' : 'nobody, as far as is known'}
            {turn === 'waits' && ', and this one waits for its turn'}
          </dd>
        </div>
        {isNow && locks && (
          <div>
            <dt>Wait for their turn</dt>
            <dd>{locks.waiting}</dd>
          </div>
        )}
        <div>
          <dt>Was answered last</dt>
          <dd>{lastAnswered}</dd>
        </div>
        <div>
          <dt>Hears other tabs</dt>
          <dd>{hears ? 'yes' : 'no'}</dd>
        </div>
      </dl>
      <h3 className="scd-h3">Heard of</h3>
      {others.length === 0 && (
        <p className="scd-quiet">No other tab has said anything since this was opened.</p>
      )}
      <ul className="scd-list">
        {others.map(({ name, at, said }) => (
          <li key={name} className="scd-row">
            <span>{name}</span>
            <span className="scd-quiet">
              {said} at <time className="scd-figures">{clockTime(at)}</time>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

const STEP_MS = 1_000

function useLocks() {
  const [locks, setLocks] = React.useState<Awaited<ReturnType<typeof countLocks>>>(null)
  React.useEffect(() => {
    let isHere = true
    const look = async () => {
      const found = await countLocks()
      if (isHere) setLocks(found)
    }
    void look()
    const stop = every(STEP_MS, look)
    return () => {
      isHere = false
      stop()
    }
  }, [])
  return locks
}
