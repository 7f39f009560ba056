import { useEffect, useState, useSyncExternalStore } from 'react'
import { type Entry, log, type RequestEntry, type StatusEntry } from './log'

const SPAN_MS = 60_000
const STEP_MS = 500

const isRequest = (entry: Entry): entry is RequestEntry => entry.type === 'request'
const isStatus = (entry: Entry): entry is StatusEntry => entry.type === 'status'
const timeOfDay = (at: number) => new Date(at).toLocaleTimeString([], { hour12: false })

/** The last minute: what the app showed, and what it asked the server. */
export function Timeline() {
  const entries = useSyncExternalStore(log.subscribe, log.entries)
  const now = useNow()
  const requests = entries.filter(isRequest)
  const reads = requests.filter(({ what }) => what === 'GET /session').length

  return (
    <section className="timeline">
      <h2>The last minute</h2>
      <div className="lanes" aria-hidden="true">
        <span>status</span>
        <div className="lane">
          {bands(entries.filter(isStatus), now).map(({ id, status, from, to }) => (
            <span key={id} data-status={status} style={place(from, to, now)} />
          ))}
        </div>
        <span>requests</span>
        <div className="lane">
          {requests
            .filter(({ endedAt }) => (endedAt ?? now) > now - SPAN_MS)
            .map((request) => (
              <span
                key={request.id}
                data-request={request.endedAt === null ? 'out' : request.isGood ? 'good' : 'bad'}
                style={place(request.at, request.endedAt ?? now, now)}
              />
            ))}
        </div>
      </div>
      <dl className="counts figures">
        <div>
          <dt>reads of the session</dt>
          <dd>{reads}</dd>
        </div>
        <div>
          <dt>all requests</dt>
          <dd>{requests.length}</dd>
        </div>
      </dl>
      <ol className="events figures" aria-label="What happened last">
        {news(entries).map((entry) => (
          <li key={entry.id}>
            <time>{timeOfDay(entry.at)}</time>{' '}
            {entry.type === 'status' ? (
              <span data-status={entry.status}>{entry.status}</span>
            ) : (
              <>
                {entry.what}: <span data-good={entry.isGood}>{entry.outcome}</span>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The last entries, without the reads that went well: these are the ticks above. */
const news = (entries: readonly Entry[]) =>
  entries
    .filter((entry) => !isRequest(entry) || entry.what !== 'GET /session' || !entry.isGood)
    .slice(-6)
    .reverse()

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

function useNow() {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STEP_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
