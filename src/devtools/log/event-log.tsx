import * as React from 'react'
import { LogEntry } from './log-entry'
import { filterRows, type LogRow } from './log-rows'

interface EventLogProps {
  rows: LogRow[]
  /** The step that is looked at, if one is. */
  chosen: number | null
  onLook(step: number): void
}

/** More are shown when asked for: a long list is slow, and nobody reads it. */
const PAGE = 40

/** What has happened, the newest first. */
export function EventLog({ rows, chosen, onLook }: EventLogProps): React.ReactElement {
  const [words, setWords] = React.useState('')
  const [onlyMoves, setOnlyMoves] = React.useState(true)
  const [most, setMost] = React.useState(PAGE)
  const found = React.useMemo(() => filterRows(rows, words, onlyMoves), [rows, words, onlyMoves])
  const more = found.length - most

  return (
    <>
      <div className="scd-filter">
        <input
          type="search"
          className="scd-input"
          aria-label="Filter the log"
          placeholder="Filter: focus, offline, server …"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <label className="scd-check">
          <input
            type="checkbox"
            checked={onlyMoves}
            onChange={(event) => setOnlyMoves(event.target.checked)}
          />
          only changes
        </label>
      </div>
      <p className="scd-quiet" role="status">
        {found.length} of {rows.length} events
      </p>
      <ol className="scd-log">
        {found.slice(0, most).map((row) => (
          <LogEntry key={row.key} row={row} isChosen={row.position === chosen} onLook={onLook} />
        ))}
      </ol>
      {more > 0 && (
        <button type="button" className="scd-button" onClick={() => setMost(most + PAGE)}>
          {Math.min(more, PAGE)} more
        </button>
      )}
    </>
  )
}
