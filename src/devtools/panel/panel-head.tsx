import type * as React from 'react'
import { TimeSlider } from '../recording/time-slider'
import { ErrorScreen } from './error-screen'
import type { Shown } from './use-shown'
import { Why } from './why'

interface PanelHeadProps {
  shown: Shown
  onClose: (() => void) | undefined
}

/** What stays in sight: the status and why it is so, and the time that is looked at. */
export function PanelHead({ shown, onClose }: PanelHeadProps): React.ReactElement {
  const { session, isNow, recording } = shown
  return (
    <header className="scd-head">
      <h2 className="scd-unseen">Session devtools</h2>
      <div className="scd-top">
        {session && (
          <span className="scd-pill" data-status={session.state.status}>
            {session.state.status}
          </span>
        )}
        {session?.state.isStale && <span className="scd-mark">stale</span>}
        {session?.state.isFetching && <span className="scd-quiet">asking …</span>}
        {onClose && (
          <button
            type="button"
            className="scd-button scd-icon scd-close"
            aria-label="Close"
            onClick={onClose}
          >
            ×
          </button>
        )}
      </div>
      <ErrorScreen of={recording}>
        {session ? (
          <Why state={session.state} isNow={isNow} />
        ) : (
          <p className="scd-why">
            The chart of this page has no such state: it was recorded with another version.
          </p>
        )}
      </ErrorScreen>
      <TimeSlider
        last={shown.lastStep}
        step={shown.step}
        at={shown.at}
        isNow={isNow}
        file={shown.file}
        onMove={shown.lookAt}
        onReturn={shown.returnToNow}
      />
    </header>
  )
}
