import * as React from 'react'
import type { SessionState } from 'sessionchart'
import { createRedactor, type Redactor } from 'sessionchart/inspect'
import { ValueTree } from './value-tree'

interface StateViewProps {
  state: SessionState
  isNow: boolean
}

/** What the app sees, to be opened level by level. Nothing personal is on the screen unless somebody asks for it. */
export function StateView({ state, isNow }: StateViewProps): React.ReactElement {
  const [showsReal, setShowsReal] = React.useState(false)
  const [redactor] = React.useState(createRedactor)
  const isReal = showsReal && isNow
  return (
    <>
      <label className="scd-check">
        <input
          type="checkbox"
          checked={isReal}
          disabled={!isNow}
          onChange={(event) => setShowsReal(event.target.checked)}
        />
        show real values
      </label>
      <p className="scd-quiet">
        {isReal
          ? 'Names and whatever else the app has put into the session are on the screen.'
          : isNow
            ? 'Names and whatever else the app has put into the session are replaced.'
            : 'Real values are in no recording.'}
      </p>
      <div className="scd-tree">
        {Object.entries(isReal ? state : redactState(state, redactor)).map(([name, value]) => (
          <ValueTree key={name} name={name} value={plainOf(value)} depth={2} />
        ))}
      </div>
    </>
  )
}

function redactState(state: SessionState, redactor: Redactor): object {
  const { data, cause, error } = state
  const redacted = redactor.redact({ data, error }) as object
  return { ...state, ...redacted, cause: redactor.cause(cause) }
}

/** An error keeps what it says from those who list its properties. */
const plainOf = (value: unknown) => (value instanceof Error ? { ...value, message: value.message } : value)
