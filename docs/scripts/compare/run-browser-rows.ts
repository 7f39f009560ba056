import { setTimeout as pause } from 'node:timers/promises'
import { withCache } from '../../../test/browser/back-forward-cache'
import { launchBrowser } from '../../../test/browser/launch.mjs'
import { buildPages, type Library } from '../../../test/many-tabs/pages'
import { type Tab, visit } from '../../../test/many-tabs/visitor'
import { rows } from './browser-rows'
import type { Row, Scene } from './row'

const libraries: Library[] = ['sessionchart', 'next-auth']
const isKnown = (text: string) => text !== '' && text !== 'loading'

/** Plays every row with each library in real tabs. Gives the lines of the table, and which Chromium it was. */
export async function runBrowserRows(): Promise<{ lines: string[]; chromium: string }> {
  const pages = await buildPages()
  const browser = await launchBrowser(withCache)

  async function play(row: Row, library: Library): Promise<string> {
    const visitor = await visit(browser, pages, row.maxAge === undefined ? {} : { maxAge: row.maxAge })
    const openTabs = async (count: number, options?: Record<string, number>): Promise<Tab[]> => {
      const tabs = await Promise.all(Array.from({ length: count }, () => visitor.open(library, options)))
      const ready = async () => (await Promise.all(tabs.map((tab) => tab.shown()))).every(isKnown)
      while (!(await ready())) await pause(20)
      // Reads that are still under way from opening them have no part in what follows.
      await pause(2_000)
      return tabs
    }
    const scene: Scene = { ...visitor, openTabs, pause }
    try {
      return await row.run(scene, library)
    } finally {
      await visitor.leave()
    }
  }

  const lines: string[] = []
  for (const row of rows) {
    const cells: string[] = []
    for (const library of libraries) cells.push(await play(row, library))
    lines.push(`| ${[row.id, row.what, ...cells].join(' | ')} |`)
    console.log(lines.at(-1))
  }
  const chromium = browser.version()
  await browser.close()
  return { lines, chromium }
}
