import { errors } from 'playwright-core'
import { hasCache } from '../../../test/browser/back-forward-cache'
import { framesOfReturn } from '../../../test/many-tabs/frames-of-return'
import type { Tab } from '../../../test/many-tabs/visitor'
import { type Row, reads } from './row'

const how = hasCache
  ? 'with a back/forward cache'
  : 'without a back/forward cache: the page is told `pagehide` and `pageshow`, and runs on meanwhile'

/** What is on the screen of a page that somebody comes back to. One that was dropped is loaded anew. */
async function textsOfReturn(tab: Tab, meanwhile: () => Promise<void>): Promise<string> {
  try {
    return [...new Set(await framesOfReturn(tab, meanwhile))].join(' → ')
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error
    return `loaded anew: ${(await tab.everShown()).join(' → ')}`
  }
}

export const backButton: Row = {
  id: 'S14',
  what: `a tab comes back by the Back button, and another has signed out meanwhile (${how})`,
  async run(scene) {
    await scene.signInUnseen()
    const [away, other] = (await scene.openTabs(2)) as [Tab, Tab]
    const before = away.reads()
    const texts = await textsOfReturn(away, async () => {
      await other.signOut()
      await scene.pause(1_000)
    })
    await scene.pause(1_000)
    return `${texts}, ${reads(away.reads() - before)}`
  },
}
