import * as React from 'react'
import type { RecordedClient } from 'sessionchart/devtools'
import { ChartView } from '../chart/chart-view'
import { useIsWide } from '../page/use-is-wide'
import { useStyles } from '../page/use-styles'
import { NextList } from '../views/next-list'
import { ErrorScreen } from './error-screen'
import { PanelHead } from './panel-head'
import { panelTabs } from './panel-tabs'
import { TabList } from './tab-list'
import { useShown } from './use-shown'

interface PanelProps extends RecordedClient {
  onClose?: (() => void) | undefined
  takesFocus?: boolean | undefined
}

/** The panel: what stays in sight, and the rest beside each other or on tabs, by the room that is there. */
export function Panel({ client, recorder, onClose, takesFocus }: PanelProps): React.ReactElement {
  const root = React.useRef<HTMLElement>(null)
  useStyles(root)
  const isWide = useIsWide(root)
  React.useEffect(() => {
    if (takesFocus) root.current?.focus()
  }, [takesFocus])
  const shown = useShown({ client, recorder })
  const { session, at, lastMove, recording } = shown

  const closeOnEscape = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape' || !onClose) return
    event.stopPropagation()
    onClose()
  }
  const chart = () => session && <ChartView value={session.snapshot.value} move={lastMove} isPane={isWide} />
  const next = () =>
    session && <NextList snapshot={session.snapshot} now={client.clock.now} at={at} isPane={isWide} />
  const details = panelTabs({ client, recorder, shown })
  return (
    <section
      ref={root}
      className="scd-root"
      aria-label="Session devtools"
      tabIndex={-1}
      onKeyDown={closeOnEscape}
    >
      <PanelHead shown={shown} onClose={onClose} />
      <div className="scd-body">
        <ErrorScreen of={recording}>
          {isWide && chart()}
          <div className="scd-side">
            {isWide && next()}
            <TabList
              label="Details"
              tabs={[
                ...(isWide
                  ? []
                  : [
                      { name: 'Chart', content: chart },
                      { name: 'Next', content: next },
                    ]),
                ...details,
              ]}
            />
          </div>
        </ErrorScreen>
      </div>
    </section>
  )
}
