import * as React from 'react'
import type { SessionDevtoolsPanelProps } from 'sessionchart/devtools/panel'
import { type DevtoolsPosition, inCorner } from './corner'
import type { RecordedClient } from './use-session-recorder'

interface DevtoolsSheetProps extends RecordedClient {
  position: DevtoolsPosition
  /** Loaded when it is rendered first. */
  Panel: React.ComponentType<SessionDevtoolsPanelProps>
  onClose(): void
}

/** The panel above the page, in a corner of the window, or as wide as a narrow one. */
export function DevtoolsSheet({ position, Panel, ...panel }: DevtoolsSheetProps) {
  return (
    <div style={{ ...inCorner(position, 0), ...size }}>
      <React.Suspense fallback={null}>
        <Panel {...panel} takesFocus />
      </React.Suspense>
    </div>
  )
}

const size: React.CSSProperties = {
  width: 1280,
  maxWidth: '100%',
  // The page is what one looks at, too.
  height: 'max(60%, min(88%, 480px))',
  boxShadow: '0 0 40px rgb(0 0 0 / 0.35)',
}
