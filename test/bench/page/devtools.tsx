import { createRoot } from 'react-dom/client'
import { createSessionClient } from 'sessionchart'
import { SessionDevtools } from 'sessionchart/devtools'
import { createRecorder } from 'sessionchart/inspect'
import { SessionProvider, useSession } from 'sessionchart/react'

/** `/?without`, `/?inspector`, `/?recorder`, `/?closed` or `/?open`. */
const variant = location.search.slice(1)
const FRAME_MS = 1_000 / 60

const user = { id: 'u-1', name: 'Ann', email: 'ann@example.com', image: 'https://example.com/ann.png' }
let expiresAt = Date.parse('2099-01-01')
/** Auth.js extends the session with each answer. */
const nextSession = () => {
  expiresAt += 1_000
  return { user, expires: new Date(expiresAt).toISOString() }
}
const inspectors: Record<string, () => Parameters<typeof createSessionClient>[0]> = {
  // One that does nothing: what it takes to tell it.
  inspector: () => ({ inspect: () => {} }),
  recorder: () => ({ inspect: createRecorder().inspect }),
}
const client = createSessionClient({
  ...inspectors[variant]?.(),
  session: nextSession(),
  fetch: async () => Response.json(nextSession()),
  // A network that is back is no reason to read: the benchmark says when that happens.
  refetchLimit: 3_600,
})

const network = ['offline', 'online'].map((type) => () => void window.dispatchEvent(new Event(type)))
const happenings = [...network, () => void client.refetch()]
const takeTurns = (all: Array<() => void>, turn: number) => all[turn % all.length]?.()

const counts = { lateFrames: 0, longTasks: 0, wakes: 0 }
const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
export const bench = {
  counts: () => counts,
  isIdle: () => client.actor.getSnapshot().matches({ request: 'idle' }),
  /** So many events, one directly after the other. */
  send(events: number) {
    for (let turn = 0; turn < events; turn += 1) takeTurns(network, turn)
  },
  /** Something happens in each of so many frames. */
  async pace(frames: number) {
    let before = await frame()
    for (let turn = 0; turn < frames; turn += 1) {
      takeTurns(happenings, turn)
      const now = await frame()
      counts.lateFrames += Math.max(0, Math.round((now - before) / FRAME_MS) - 1)
      before = now
    }
  },
}
Object.assign(window, { bench })

new PerformanceObserver((list) => {
  counts.longTasks += list.getEntries().length
}).observe({ type: 'longtask' })

type Wait = (callback: (time: number) => void, milliseconds?: number) => number
for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame'] as const) {
  const wait = window[name] as Wait
  const waitCounted: Wait = (callback, milliseconds) =>
    wait((time) => {
      counts.wakes += 1
      callback(time)
    }, milliseconds)
  Object.assign(window, { [name]: waitCounted })
}

function Account() {
  const { data, status } = useSession()
  return <h1>{data ? `${data.user?.name} is ${status}` : status}</h1>
}

createRoot(document.body.appendChild(document.createElement('main'))).render(
  <SessionProvider client={client}>
    <Account />
    {variant === 'closed' && <SessionDevtools />}
    {variant === 'open' && <SessionDevtools initialIsOpen />}
  </SessionProvider>,
)
