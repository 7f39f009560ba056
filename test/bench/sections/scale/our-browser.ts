import { createTabs } from 'sessionchart/testing'
import { ANN, LATENCY_MS, type OpenBrowser, STARTS_AT, UNAVAILABLE } from './user-browser'

/** Tabs with real clients of sessionchart, by the public test kit. */
export const openOurs: OpenBrowser = async ({ tabs: count, seed, intervalSeconds }) => {
  const { tabs, requests, clock, server, network, stop } = await createTabs(count, {
    session: ANN,
    refetchInterval: intervalSeconds,
    seed,
    latency: LATENCY_MS,
    now: STARTS_AT,
  })
  const outages: Array<{ from: number; to: number }> = []
  const found = (at: number) => !outages.some(({ from, to }) => at >= from && at < to)
  let front = 0
  for (const { page } of tabs.slice(1)) await page.hide()

  return {
    now: clock.now,
    reads: () => requests.map(({ at }) => at).filter(found),
    pass: (milliseconds) => clock.tick(milliseconds),
    async look(tab) {
      await tabs[front]?.page.hide()
      front = tab
      await tabs[front]?.page.show()
    },
    breakDown: (headers = {}) => server.fail('session', { ...UNAVAILABLE, headers }),
    recover: () => server.recover(),
    async connect(isOnline) {
      const last = outages.at(-1)
      if (!isOnline) outages.push({ from: clock.now(), to: Number.POSITIVE_INFINITY })
      else if (last) last.to = clock.now()
      await (isOnline ? network.goOnline() : network.goOffline())
    },
    signedIn: () => tabs.filter(({ state }) => state.status === 'authenticated').length,
    close: stop,
  }
}
