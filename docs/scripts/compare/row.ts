import type { Library } from '../../../test/many-tabs/pages'
import type { Tab, Visitor } from '../../../test/many-tabs/visitor'

/** Somebody with a browser, and tabs that all show a page with the library. */
export interface Scene extends Visitor {
  /** Opens so many tabs, and waits until all of them know who is signed in. */
  openTabs(count: number, options?: Record<string, number>): Promise<Tab[]>
  pause(milliseconds: number): Promise<void>
}

/** One line of the table: what happens, and what came of it. */
export interface Row {
  id: string
  what: string
  /** How long a session lasts that nobody reads, in seconds. */
  maxAge?: number
  /** The same for each library. */
  run(scene: Scene, library: Library): Promise<string>
}

/** How often tabs poll. */
export const INTERVAL_S = 2
const INTERVALS = 4

export const times = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
export const reads = (count: number): string => times(count, 'read')
export const first = (tabs: Tab[]): Tab => tabs[0] as Tab

/** How many of them show it. */
export async function shows(tabs: Tab[], text: string): Promise<number> {
  const texts = await Promise.all(tabs.map((tab) => tab.shown()))
  return texts.filter((one) => one === text).length
}

/** What tabs that poll cost, from the next interval on. */
export async function readsPerInterval(scene: Scene): Promise<string> {
  await scene.pause(INTERVAL_S * 1_000)
  const before = scene.reads()
  await scene.pause(INTERVALS * INTERVAL_S * 1_000)
  return String(Math.round((scene.reads() - before) / INTERVALS))
}
