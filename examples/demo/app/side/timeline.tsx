import { useSyncExternalStore } from 'react'
import { useNow } from '../use-now'
import { Lanes } from './lanes'
import { type Entry, log, type RequestEntry, type StatusEntry } from './log'
import { News } from './news'
import './timeline.css'

const STEP_MS = 500

const isRequest = (entry: Entry): entry is RequestEntry => entry.type === 'request'
const isStatus = (entry: Entry): entry is StatusEntry => entry.type === 'status'

/** The last minute: what the app showed, and what it asked the server. */
export function Timeline() {
  const entries = useSyncExternalStore(log.subscribe, log.entries)
  const now = useNow(STEP_MS)
  const requests = entries.filter(isRequest)
  const reads = requests.filter(({ what }) => what === 'GET /session').length

  return (
    <section className="timeline">
      <h2>The last minute</h2>
      <Lanes statuses={entries.filter(isStatus)} requests={requests} now={now} />
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
      <News entries={entries} now={now} />
    </section>
  )
}
