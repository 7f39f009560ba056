import * as React from 'react'
import type { SessionClient } from 'sessionchart'
import { checkPosition, type DevtoolsPosition } from './corner'
import { DevtoolsButton } from './devtools-button'
import { DevtoolsSheet } from './devtools-sheet'
import { useSessionRecorder } from './use-session-recorder'

export interface SessionDevtoolsProps {
  /** The corner of the button, and of the panel. Default `'bottom-right'`. */
  position?: DevtoolsPosition | undefined
  /** The panel is there at once. Default `false`: the button is. */
  initialIsOpen?: boolean | undefined
  /** Whose session is shown. Default: that of the provider mounted last. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever type of session it was made for
  client?: SessionClient<any> | undefined
}

/**
 * Shows a button in a corner of the page that says what the session is like, and opens a panel with its chart, what
 * has happened, why, and what can happen next. The panel is loaded when it is opened first; what happens meanwhile
 * is recorded, so that it can be looked back at.
 *
 * In a production build it is nothing, and bundlers leave out all of it: who wants the panel there renders
 * `SessionDevtoolsPanel` of `sessionchart/devtools/panel`.
 *
 * @throws SessionOptionError for a position that is no corner.
 *
 * @example
 * ```tsx
 * <SessionProvider>
 *   <App />
 *   <SessionDevtools />
 * </SessionProvider>
 * ```
 */
export const SessionDevtools: (props: SessionDevtoolsProps) => React.ReactElement | null =
  // Written out, because bundlers replace these very words, and drop what is not chosen.
  process.env.NODE_ENV === 'production' ? () => null : Devtools

// Once more: some bundlers make a file of whatever is imported so, even where nobody does.
const Panel =
  process.env.NODE_ENV === 'production'
    ? () => null
    : /* @__PURE__ */ React.lazy(async () => {
        const { SessionDevtoolsPanel } = await import('sessionchart/devtools/panel')
        return { default: SessionDevtoolsPanel }
      })

function Devtools({ position = 'bottom-right', initialIsOpen = false, client }: SessionDevtoolsProps) {
  checkPosition(position)
  const recorded = useSessionRecorder(client)
  const [isOpen, setIsOpen] = React.useState(initialIsOpen)
  const wasOpened = React.useRef(false)

  // A server renders nothing, and so does the first render in the browser.
  if (!recorded) return null
  if (isOpen) {
    const close = () => {
      wasOpened.current = true
      setIsOpen(false)
    }
    return <DevtoolsSheet {...recorded} position={position} Panel={Panel} onClose={close} />
  }
  return (
    <DevtoolsButton
      client={recorded.client}
      position={position}
      takesFocus={wasOpened.current}
      onOpen={() => setIsOpen(true)}
    />
  )
}
