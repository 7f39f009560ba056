import * as React from 'react'
import type { SessionClient, SessionState } from 'sessionchart'
import { type DevtoolsPosition, inCorner } from './corner'

interface DevtoolsButtonProps {
  client: SessionClient
  position: DevtoolsPosition
  /** The panel has just been closed. */
  takesFocus: boolean
  onOpen(): void
}

const EDGE_PX = 12

const colors: Record<SessionState['status'], string> = {
  authenticated: 'light-dark(#13753f, #57d18d)',
  unauthenticated: 'light-dark(#b3261e, #ff8a80)',
  loading: 'light-dark(#8a5a00, #f0b84a)',
}

/** The button that opens the panel. It says what is shown, and when something is the matter with it. */
export function DevtoolsButton({ client, position, takesFocus, onOpen }: DevtoolsButtonProps) {
  // The words alone: most of what changes in a session changes none of them, and renders nothing.
  const read = () => wordsOf(client.getState())
  const words = React.useSyncExternalStore(client.subscribe, read, read)
  const [status, hint] = words.split(', ') as [SessionState['status'], string?]
  const button = React.useRef<HTMLButtonElement>(null)
  React.useEffect(() => {
    if (takesFocus) button.current?.focus()
  }, [takesFocus])

  return (
    <button
      ref={button}
      type="button"
      aria-label={`Open the session devtools: ${words}`}
      style={{ ...inCorner(position, EDGE_PX), ...looks }}
      onClick={onOpen}
    >
      <span aria-hidden="true" style={{ ...dot, background: colors[status] }} />
      <span aria-hidden="true">{status}</span>
      {hint && (
        <span aria-hidden="true" style={{ color: colors.loading, fontWeight: 600 }}>
          {hint}
        </span>
      )}
    </button>
  )
}

function wordsOf({ status, isStale, isExpiring, cause }: SessionState): string {
  if (cause.type === 'unreachable') return `${status}, unknown`
  if (isStale) return `${status}, stale`
  return isExpiring ? `${status}, ends soon` : status
}

// Not `all: initial`: it would take away the ring that shows the focus.
const looks: React.CSSProperties = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  width: 'auto',
  minWidth: 0,
  height: 32,
  margin: 0,
  padding: '0 12px',
  border: '1px solid light-dark(#c9ced6, #434956)',
  borderRadius: 16,
  background: 'light-dark(#ffffff, #1d2026)',
  boxShadow: '0 2px 10px rgb(0 0 0 / 0.2)',
  color: 'light-dark(#1a1d22, #e9ebef)',
  font: '500 13px/1 system-ui, sans-serif',
  letterSpacing: 'normal',
  textTransform: 'none',
  whiteSpace: 'nowrap',
  cursor: 'pointer',
}

const dot: React.CSSProperties = { width: 10, height: 10, borderRadius: 5 }
