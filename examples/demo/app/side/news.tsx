import type { Entry, RequestState } from './log'

const MOST = 6
const SOON_MS = 1_000

const timeOfDay = (at: number) => new Date(at).toLocaleTimeString([], { hour12: false })
const marks: Record<RequestState, string> = { out: '…', good: '✓', failed: '✗', 'taken back': '↶' }

/** What happened last, without the reads that went well: these are the ticks above. */
export function News({ entries, now }: { entries: readonly Entry[]; now: number }) {
  return (
    <ol className="news figures" aria-label="What happened last">
      {entries
        .filter((entry) => isNews(entry, now))
        .slice(-MOST)
        .reverse()
        .map((entry) => (
          <li key={entry.id}>
            <time>{timeOfDay(entry.at)}</time>
            {entry.type === 'status' ? (
              <span data-status={entry.status}>{entry.status}</span>
            ) : (
              <>
                <span className="what">{entry.what}</span>
                <span data-request={entry.state}>
                  <span aria-hidden="true">{marks[entry.state]}</span> {entry.outcome}
                </span>
              </>
            )}
          </li>
        ))}
    </ol>
  )
}

function isNews(entry: Entry, now: number): boolean {
  if (entry.type === 'status' || entry.what !== 'GET /session') return true
  // A read that is answered soon does not come and go in the list.
  return entry.state === 'out' ? entry.at < now - SOON_MS : entry.state !== 'good'
}
