import * as React from 'react'
import { every } from './page'

/** The time, in epoch milliseconds, as often as asked for. */
export function useTime(now: () => number, everyMs: number): number {
  const [at, setAt] = React.useState(now)
  React.useEffect(() => every(everyMs, () => setAt(now())), [now, everyMs])
  return at
}
