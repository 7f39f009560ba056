import type * as React from 'react'
import type { SessionSnapshot } from 'sessionchart/inspect'
import { type Possibility, whatNext } from 'sessionchart/inspect'
import { useTime } from '../page/use-time'
import { byUrgency, possibilityText, verdictText } from '../text/possibility-text'
import { clockTime, remaining } from '../text/time-text'

interface NextListProps {
  snapshot: SessionSnapshot
  /** Gives the time, in epoch milliseconds. */
  now(): number
  /** In epoch milliseconds; `null` for now. */
  at: number | null
  /** It stands beside the rest, and scrolls by itself. */
  isPane: boolean
}

const STEP_MS = 500

/** What can happen next, when it will, and what stands in its way. */
export function NextList({ snapshot, now, at, isPane }: NextListProps): React.ReactElement {
  const current = useTime(now, STEP_MS)
  const time = at ?? current
  const all = byUrgency(whatNext(snapshot, time))
  const idle = all.filter(({ verdict }) => verdict === 'no')
  return (
    <section className="scd-next" aria-label="What can happen next" tabIndex={isPane ? 0 : undefined}>
      <h3 className="scd-h2">What can happen next</h3>
      <Possibilities of={all.filter((possibility) => !idle.includes(possibility))} time={time} />
      {idle.length > 0 && (
        <details className="scd-rest">
          <summary>Nothing comes of {idle.length} more</summary>
          <Possibilities of={idle} time={time} />
        </details>
      )}
    </section>
  )
}

function Possibilities({ of, time }: { of: Possibility[]; time: number }) {
  return (
    <ul className="scd-list">
      {of.map(({ name, verdict, dueAt, reason }) => (
        <li key={name} className="scd-possibility" data-verdict={verdict}>
          <span className="scd-verdict">{verdictText[verdict]}</span>
          <span>
            <strong>{possibilityText[name]}</strong>
            {dueAt !== undefined && (
              <time className="scd-figures" title={clockTime(dueAt)}>
                {' '}
                {remaining(dueAt - time)}
              </time>
            )}
            <span className="scd-reason">{reason}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
