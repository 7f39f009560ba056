import type { Page } from 'playwright-core'
import type { Pages } from '../../../many-tabs/pages'
import { startAuthCoreServer } from '../../../servers/auth-core'
import type { AuthServer } from '../../../servers/auth-server'
import { startNextAuthV4Server } from '../../../servers/next-auth-v4'
import type { Figure, Row } from '../../figures'
import { LIBRARIES, type LibraryName } from '../../libraries'
import { withEach } from '../../tabs/libraries'
import { showBenchPages } from '../../tabs/pages'
import type { Calls } from '../../tabs/tab-bench'
import { type BenchVisitor, isShowing, mount, pause, whenQuiet, withVisitor } from '../../tabs/visitor'
import { inSequence, type Span } from './in-sequence'
import type { Stage } from './mount'

// Longer than it takes to send what is sent at the same time.
const ANSWER_MS = 150

interface Trips {
  requests: number
  sequence: number
}

const steps: Array<[call: keyof Calls, name: string]> = [
  ['signIn', "signIn('credentials', { redirect: false })"],
  ['update', 'update()'],
  ['updateData', 'update(data)'],
  ['signOut', 'signOut({ redirect: false })'],
]

export async function measureRoundTrips(stage: Stage): Promise<Figure[]> {
  const measured = await withEach((library) => measureLibrary(stage, library))
  const rowsOf = (key: keyof Trips) =>
    steps.map(
      ([call, name]): Row => ({
        case: `\`${name}\``,
        values: measured.map((one) => one?.[call]?.[key] ?? null),
      }),
    )
  const columns = [...LIBRARIES]
  return [
    {
      id: 'round-trips',
      title: 'Requests of a call',
      unit: 'requests',
      over: 'call',
      columns,
      rows: rowsOf('requests'),
      note: 'One tab, in this order, each the first of its kind. Scripts that a call has to load would count.',
    },
    {
      id: 'round-trips-in-sequence',
      title: 'Round trips one after the other until a call is settled',
      unit: 'count',
      over: 'call',
      columns,
      rows: rowsOf('sequence'),
    },
  ]
}

/** better-auth speaks another protocol, to a server that is none of Auth.js. */
async function measureLibrary(stage: Stage, library: LibraryName) {
  if (library === 'better-auth') return null
  const start = library === 'next-auth v4' ? startNextAuthV4Server : startAuthCoreServer
  const startServer = (pages: Pages): Promise<AuthServer> => start({}, showBenchPages(pages))
  return withVisitor(
    stage,
    library,
    async (visitor) => {
      const page = await visitor.open()
      await mount(page, {})
      await isShowing(page, 'unauthenticated')
      const trips: Partial<Record<keyof Calls, Trips>> = {}
      for (const [call] of steps) trips[call] = await tripsOf(visitor, page, call)
      return trips
    },
    startServer,
  )
}

async function tripsOf(visitor: BenchVisitor, page: Page, call: keyof Calls): Promise<Trips> {
  await whenQuiet(visitor)
  const spans: Span[] = []
  visitor.server.intercept(async (_request, pass) => {
    const span = { start: performance.now(), end: Number.POSITIVE_INFINITY }
    spans.push(span)
    const answer = await pass()
    await pause(ANSWER_MS)
    span.end = performance.now()
    return answer
  })
  await page.evaluate(async (name) => {
    await window.tabBench.calls[name]?.()
  }, call)
  const sequence = inSequence(spans.filter(({ end }) => end < Number.POSITIVE_INFINITY))
  await whenQuiet(visitor)
  await isShowing(page, call === 'signOut' ? 'unauthenticated' : 'authenticated')
  return { requests: spans.length, sequence }
}
