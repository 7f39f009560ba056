import * as React from 'react'
import { timeOfDay } from '../text/time-text'

interface TimeSliderProps {
  /** The last step. The first is 0. */
  last: number
  step: number
  /** When the step was. */
  at: number | null
  isNow: boolean
  /** The file that is looked at, if it is one. */
  file: string | null
  onMove(step: number): void
  onReturn(): void
}

/** Goes back over what was recorded. The session itself stays as it is. */
export function TimeSlider(props: TimeSliderProps): React.ReactElement {
  const { last, step, at, isNow, file, onMove, onReturn } = props
  const id = React.useId()
  const isAtEnd = step >= last
  return (
    <div className="scd-time" data-now={isNow}>
      <label className="scd-label" htmlFor={id}>
        Time
      </label>
      <button
        type="button"
        className="scd-button scd-icon"
        aria-label="A step back"
        aria-disabled={step <= 0}
        onClick={() => step > 0 && onMove(step - 1)}
      >
        ‹
      </button>
      <input
        id={id}
        type="range"
        className="scd-range"
        min={0}
        max={last}
        value={step}
        aria-valuetext={isNow ? 'now' : `step ${step} of ${last}`}
        onChange={(event) => onMove(Number(event.target.value))}
      />
      <button
        type="button"
        className="scd-button scd-icon"
        aria-label="A step forward"
        aria-disabled={isNow || isAtEnd}
        onClick={() => !isNow && !isAtEnd && onMove(step + 1)}
      >
        ›
      </button>
      {isNow ? (
        <span className="scd-quiet">now</span>
      ) : (
        <div className="scd-banner" role="status">
          <strong>
            Looking back at step {step} of {last}
          </strong>
          <span>
            {at !== null && <time className="scd-figures">{timeOfDay(at)}</time>}
            {file !== null && `, in ${file}`}. The session itself goes on.
          </span>
        </div>
      )}
      {!isNow && (
        <button type="button" className="scd-button scd-main" onClick={onReturn}>
          Back to now
        </button>
      )}
    </div>
  )
}
