import * as React from 'react'
import { browserEnvironment } from 'sessionchart/client'
import { useProvided } from './use-provided'
import { useSessionState } from './use-session-state'

/** When the session ends. */
export interface SessionExpiry {
  /** Epoch milliseconds on this device's clock, or a test's; `null` when nobody is signed in, or no end is known. */
  expiresAt: number | null
  /** Rounded up. `null` without an end, and in the first render, which a server must be able to repeat. */
  secondsLeft: number | null
  /** It is less than `expiryWarning` seconds away. */
  isExpiring: boolean
}

const SECOND_MS = 1_000
const MINUTE_MS = 60_000

/**
 * Gives the time that is left of the session. The component that calls it renders once a minute, and every second
 * while the session is about to end; no other one does.
 *
 * @throws Error outside a provider.
 *
 * @example
 * ```tsx
 * const { isExpiring, secondsLeft } = useSessionExpiry()
 * if (!isExpiring) return null
 * return <button onClick={() => getSessionClient().refetch()}>Stay signed in? {secondsLeft} s</button>
 * ```
 */
export function useSessionExpiry(): SessionExpiry {
  const { expiresAt, isExpiring } = useSessionState()
  const { provided } = useProvided()
  const clock = provided?.client.clock ?? browserEnvironment
  const [now, setNow] = React.useState<number | null>(null)

  React.useEffect(() => {
    if (expiresAt === null) return undefined
    let stop: (() => void) | undefined
    const tick = () => {
      const at = clock.now()
      setNow(at)
      const left = expiresAt - at
      if (left <= 0) return
      stop = clock.after(isExpiring ? left % SECOND_MS || SECOND_MS : MINUTE_MS, tick)
    }
    tick()
    return () => stop?.()
  }, [expiresAt, isExpiring, clock])

  const secondsLeft =
    expiresAt === null || now === null ? null : Math.max(0, Math.ceil((expiresAt - now) / SECOND_MS))
  return { expiresAt, secondsLeft, isExpiring }
}
