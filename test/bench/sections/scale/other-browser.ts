import { createBrowser } from '../../../../src/testing/stage/browser'
import { type OtherPage, openPage } from './other-page'
import { bundlePage, type OtherLibrary } from './page-bundle'
import { ANN, LATENCY_MS, type OpenBrowser, STARTS_AT, UNAVAILABLE } from './user-browser'

const DELAYS = { grant: 3, message: 20, server: LATENCY_MS }
const abilities = { locks: true, channels: true, storage: true, loss: 0 }
const SITE = 'https://app.example'
// Longer than a page needs to find out who is signed in.
const OPENING_MS = 2_000

/** Tabs with the published code of another library, in the same simulated browser, before the same server. */
export async function openerOf(library: OtherLibrary): Promise<OpenBrowser> {
  const script = await bundlePage(library)
  return async ({ tabs: count, seed, intervalSeconds }) => {
    const { world, server, network, pass, go } = createBrowser({
      seed,
      delays: DELAYS,
      startsAt: STARTS_AT,
      server: { session: ANN },
      abilities: () => abilities,
    })
    const pages: OtherPage[] = []
    const reads: number[] = []
    const soon = (page: OtherPage, hear: (page: OtherPage) => void) =>
      world.soon('message', () => pages.includes(page) && hear(page))

    const open = (index: number) =>
      openPage({
        url: `${SITE}/`,
        script,
        intervalSeconds,
        isVisible: index === 0,
        world,
        fetch(url, init) {
          // The server in memory is one of Auth.js. What stands in the answer counts for none of them.
          const path = new URL(url, SITE).pathname.replace('get-session', 'session')
          if (network.isOnline) reads.push(world.now())
          return network.send(`tab ${index}`, path, { ...init, headers: {} }, (task) => task())
        },
        onStorage(key, value) {
          for (const page of pages)
            if (page !== pages[index]) soon(page, ({ hearStorage }) => hearStorage(key, value))
        },
        onPost(name) {
          for (const page of pages) soon(page, ({ hearChannel }) => hearChannel(name))
        },
      })
    for (let index = 0; index < count; index += 1) await go(() => pages.push(open(index)))
    let front = 0
    await pass(OPENING_MS)

    return {
      now: world.now,
      reads: () => [...reads],
      pass,
      look: (tab) =>
        go(() => {
          pages[front]?.become('hidden')
          front = tab
          pages[front]?.become('visible')
        }),
      breakDown: (headers = {}) => server.fail('session', { ...UNAVAILABLE, headers }),
      recover: () => server.recover(),
      connect: (isOnline) =>
        go(() => {
          network.isOnline = isOnline
          for (const page of pages) page.connect(isOnline)
        }),
      signedIn: () => pages.filter((page) => page.status() === 'authenticated').length,
      close() {
        for (const page of pages.splice(0)) page.close()
      },
    }
  }
}
