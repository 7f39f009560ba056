import type { Browser } from './browser'

/** The network of the device. */
export interface TestNetwork {
  /** The browser says that it is offline, and requests fail. Those that are under way still have their answer. */
  goOffline(): Promise<void>
  goOnline(): Promise<void>
}

export function createTestNetwork(browser: Browser): TestNetwork {
  const { network, go } = browser
  const connect = (isOnline: boolean) =>
    go(() => {
      network.isOnline = isOnline
      for (const tab of browser.tabs) tab.connect(isOnline)
    })
  return { goOffline: () => connect(false), goOnline: () => connect(true) }
}
