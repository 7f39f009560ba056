import type { RequestEntry, StatusEntry } from './log'

const SPAN_MS = 60_000

interface LanesProps {
  statuses: StatusEntry[]
  requests: RequestEntry[]
  now: number
}

/** The last minute as a picture. The list below says the same in words. */
export function Lanes({ statuses, requests, now }: LanesProps) {
  return (
    <div className="lanes" aria-hidden="true">
      <span>status</span>
      <div className="lane">
        {bands(statuses, now).map(({ id, status, from, to }) => (
          <span key={id} data-status={status} style={place(from, to, now)} />
        ))}
      </div>
      <span>requests</span>
      <div className="lane">
        {requests
          .filter(({ endedAt }) => (endedAt ?? now) > now - SPAN_MS)
          .map(({ id, at, endedAt, state }) => (
            <span key={id} data-request={state} style={place(at, endedAt ?? now, now)} />
          ))}
      </div>
    </div>
  )
}

function bands(entries: StatusEntry[], now: number) {
  return entries
    .map(({ id, status, at }, index) => ({ id, status, from: at, to: entries[index + 1]?.at ?? now }))
    .filter(({ to }) => to > now - SPAN_MS)
}

function place(from: number, to: number, now: number) {
  const start = Math.max(from, now - SPAN_MS)
  return {
    left: `${100 - ((now - start) / SPAN_MS) * 100}%`,
    width: `${(Math.max(to - start, 0) / SPAN_MS) * 100}%`,
  }
}
