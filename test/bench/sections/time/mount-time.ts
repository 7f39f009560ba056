import type { BrowserContext } from 'playwright-core'
import type { Figure, Row } from '../../figures'
import { spreadOf } from '../../figures'
import { rotated } from '../../interleave'
import { LIBRARIES, type LibraryName } from '../../libraries'
import { withEach } from '../../tabs/libraries'
import { pagePathOf } from '../../tabs/pages'
import { sessionPathOf, startStubServer } from '../../tabs/stub-server'
import type { Race } from '../../tabs/tab-bench'
import { pause } from '../../tabs/visitor'
import type { Stage } from '../requests/mount'

const LATENCIES_MS = [0, 50, 200]
const ROUNDS = 7
const LINGER_MS = 50

const caches = ['cold', 'warm'] as const
type Cache = (typeof caches)[number]

interface Place {
  library: LibraryName
  url: string
}

interface Measured {
  library: LibraryName
  cache: Cache
  latencyMs: number
  race: Race
}

/** How long it takes from the mount to `authenticated` on the screen, beside a `fetch` of the same. */
export async function measureMountTime({ browser, pages }: Stage): Promise<Figure[]> {
  const measured: Measured[] = []
  let latencyMs = 0
  const servers = await withEach(async () => {
    const server = await startStubServer(pages)
    server.intercept(async () => {
      if (latencyMs > 0) await pause(latencyMs)
      return undefined
    })
    return server
  })
  const placeOf = (library: LibraryName): Place => ({
    library,
    url: (servers[LIBRARIES.indexOf(library)] as { url: string }).url,
  })
  const runRound = async (round: number) => {
    for (const library of rotated(LIBRARIES, round)) {
      const context = await browser.newContext()
      // The second visit finds the scripts in the cache.
      for (const cache of caches)
        measured.push({ library, cache, latencyMs, race: await race(context, placeOf(library)) })
      await context.close()
    }
  }
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (latencyMs of LATENCIES_MS) await runRound(round)
      // The browser has just started.
      if (round === 0) measured.length = 0
    }
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
  return caches.flatMap((cache) => figuresOf(measured.filter((one) => one.cache === cache)))
}

async function race(context: BrowserContext, { library, url }: Place): Promise<Race> {
  const page = await context.newPage()
  await page.goto(`${url}${pagePathOf(library)}?race=${sessionPathOf(library)}`)
  const found = await page.evaluate(() => window.raced)
  // It lets go of its turn among the tabs before the next one wants it.
  await pause(LINGER_MS)
  // The next visit comes some time later, and not in the seconds in which a tab asks others what they were told.
  await page.evaluate(() => localStorage.clear())
  await page.close()
  return found
}

function figuresOf(measured: Measured[]): Figure[] {
  const cache = measured[0]?.cache ?? 'cold'
  const rowsOf = (number: (race: Race) => number) =>
    LATENCIES_MS.map((latencyMs): Row => {
      const races = (library: LibraryName) =>
        measured.filter((one) => one.library === library && one.latencyMs === latencyMs)
      return {
        case: latencyMs,
        values: LIBRARIES.map((library) => spreadOf(races(library).map((one) => number(one.race)))),
      }
    })
  const over = 'latency of the server, ms'
  const columns = [...LIBRARIES]
  return [
    {
      id: `mount-${cache}`,
      title: `From the mount to \`authenticated\`, over a bare \`fetch\`, ${cache} cache`,
      unit: 'ratio',
      over,
      columns,
      rows: rowsOf(({ shown, bare }) => shown / bare),
    },
    {
      id: `mount-${cache}-later`,
      title: `From the answer of the bare \`fetch\` to \`authenticated\`, ${cache} cache`,
      unit: 'milliseconds',
      over,
      columns,
      rows: rowsOf(({ shown, bare }) => shown - bare),
    },
  ]
}
