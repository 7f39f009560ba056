import type * as React from 'react'
import type { SessionState } from 'sessionchart'
import { describeState } from 'sessionchart/inspect'
import { sentenceTime } from '../text/time-text'

/** The sentence that says why the status is what it is. Never more than a glance away. */
export function Why({ state, isNow }: { state: SessionState; isNow: boolean }): React.ReactElement {
  return (
    <p className="scd-why" aria-live={isNow ? 'polite' : 'off'}>
      {describeState(state, { time: sentenceTime })}
    </p>
  )
}
