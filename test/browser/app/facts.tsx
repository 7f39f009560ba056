import { useSession } from 'next-auth/react'
import { useEffect, useState } from 'react'
import { useSessionState } from 'sessionchart/react'

/** What the app knows of the session. Tests read the labels and the values. */
export function Facts() {
  const { data, status } = useSession()
  const { cause, error, isStale } = useSessionState()
  const facts = {
    status,
    name: data?.user?.name ?? 'nobody',
    cause: cause.type,
    error: error ? error.code : 'none',
    stale: String(isStale),
    statuses: useStatuses().join(' → '),
  }
  return Object.entries(facts).map(([label, value]) => (
    <p key={label}>
      {label}: <output aria-label={label}>{value}</output>
    </p>
  ))
}

/** All statuses since the page was opened. A test that looked now and then would miss short ones. */
function useStatuses() {
  const { status } = useSession()
  const [statuses, setStatuses] = useState<string[]>([])
  useEffect(
    () => setStatuses((before) => (before.at(-1) === status ? before : [...before, status])),
    [status],
  )
  return statuses
}
