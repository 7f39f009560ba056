import type { BrowserContext, Page } from 'playwright-core'
import type { Figure, Row } from '../../figures'
import { LIBRARIES, type LibraryName } from '../../libraries'
import { withEach } from '../../tabs/libraries'
import { isRead } from '../../tabs/stub-server'
import { type BenchVisitor, isShowing, mount, pause, withVisitor } from '../../tabs/visitor'
import type { Stage } from './mount'

const TABS = 10
const OUTAGE_MS = 60_000
const INTERVAL_MS = 15_000
const APART_MS = 1_000
// Between the last tab and the first poll: then each tab has polled as often when it is over.
const QUIET_MS = 2_500

type Case = [name: string, begin: (visitor: BenchVisitor) => unknown]
const cases: Case[] = [
  ['the server says 503', (visitor) => visitor.fail(true)],
  ['there is no network', ({ context }) => context.setOffline(true)],
]

/** How much was asked, and how many tabs still show who is signed in when it is over. */
export async function measureOutage(stage: Stage): Promise<Figure[]> {
  const measured = await Promise.all(
    cases.map(async ([name, begin]) => ({
      name,
      found: await withEach((library) => during(stage, library, begin)),
    })),
  )
  const rowsOf = (key: 'requests' | 'shown') =>
    measured.map(({ name, found }): Row => ({ case: name, values: found.map((one) => one[key]) }))
  const columns = [...LIBRARIES]
  const over = 'what is wrong'
  return [
    {
      id: 'outage',
      title: `Requests for the session in an outage of ${OUTAGE_MS / 1_000} s, ${TABS} tabs`,
      unit: 'requests',
      over,
      columns,
      rows: rowsOf('requests'),
      note:
        'Those that the pages tried. A tab of next-auth that got no answer shows nobody, and does not poll any ' +
        'more: see the next table. The chance that spreads attempts of sessionchart was always one half.',
    },
    {
      id: 'outage-shown',
      title: `Tabs, of ${TABS}, that still show who is signed in when it is over`,
      unit: 'count',
      over,
      columns,
      rows: rowsOf('shown'),
    },
  ]
}

const during = (stage: Stage, library: LibraryName, begin: Case[1]) =>
  withVisitor(stage, library, async (visitor) => {
    const tabs = await visitor.openMany(TABS)
    for (const tab of tabs) {
      await mount(tab, { isSeeded: true, refetchInterval: INTERVAL_MS / 1_000 })
      await pause(APART_MS)
    }
    await Promise.all(tabs.map((tab) => isShowing(tab, 'authenticated')))
    await pause(QUIET_MS)
    await Promise.all(tabs.map(fixChance))
    const count = countReads(visitor.context)
    await begin(visitor)
    await pause(OUTAGE_MS)
    return {
      requests: count(),
      shown: (await statuses(tabs)).filter((one) => one === 'authenticated').length,
    }
  })

/** Not before: from chance a tab has its name, too. */
const fixChance = (tab: Page) =>
  tab.evaluate(() => {
    Math.random = () => 0.5
  })

const statuses = (tabs: Page[]) =>
  Promise.all(tabs.map((tab) => tab.evaluate(() => window.tabBench.status())))

/** Also those that never reach a server. */
function countReads(context: BrowserContext): () => number {
  let reads = 0
  context.on('request', (request) => {
    if (isRead({ method: request.method(), path: new URL(request.url()).pathname })) reads += 1
  })
  return () => reads
}
