import * as React from 'react'
import { describeCause } from 'sessionchart/inspect'
import { duration, sentenceTime, timeOfDay } from '../text/time-text'
import { ValueTree } from '../views/value-tree'
import type { LogRow, Move } from './log-rows'

interface LogEntryProps {
  row: LogRow
  isChosen: boolean
  onLook(step: number): void
}

/** An event, what it has changed and how long that had lasted. It opens to all that is known of it. */
export const LogEntry = React.memo(Entry, isSame)

function Entry({ row, isChosen, onLook }: LogEntryProps) {
  const [isOpen, setIsOpen] = React.useState(false)
  const { at, text, moves, step, position } = row
  return (
    <li>
      <details
        className="scd-entry"
        data-chosen={isChosen}
        onToggle={(event) => setIsOpen(event.currentTarget.open)}
      >
        <summary>
          <time className="scd-figures scd-quiet">{timeOfDay(at)}</time>
          <span className="scd-event">{text}</span>
          {step.cause && <span className="scd-cause">{step.cause.type}</span>}
          {moves.map((move) => (
            <MoveText key={move.region} move={move} />
          ))}
        </summary>
        {isOpen && (
          <div className="scd-inside">
            {step.cause && <p>{describeCause(step.cause, { time: sentenceTime })}</p>}
            <ValueTree name="event" value={step.event} depth={2} />
            <ValueTree name="states" value={step.value} depth={1} />
            <button type="button" className="scd-button" onClick={() => onLook(position)}>
              Look at the session after this
            </button>
          </div>
        )}
      </details>
    </li>
  )
}

/** What is behind a key does not change, but rows are made anew. */
function isSame(before: LogEntryProps, after: LogEntryProps): boolean {
  const isSameRow = before.row.key === after.row.key && before.row.position === after.row.position
  return isSameRow && before.isChosen === after.isChosen && before.onLook === after.onLook
}

function MoveText({ move: { region, from, to, afterMs } }: { move: Move }) {
  return (
    <span className="scd-move">
      <span className="scd-quiet">{region}</span> {from} → <strong>{to}</strong>{' '}
      <span className="scd-figures scd-quiet">after {duration(afterMs)}</span>
    </span>
  )
}
