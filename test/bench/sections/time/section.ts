import { launchBrowser } from '../../../browser/launch.mjs'
import type { Section } from '../../figures'
import type { Measure } from '../../measure'
import { buildBenchPages } from '../../tabs/pages'
import { measureIdle } from './idle'
import { measureMountTime } from './mount-time'
import { measurePollDrift } from './poll-drift'

const how = `**From the mount to \`authenticated\`**: a page of each library in headless Chromium, one after the other, another one
first in each round. In the first task of its script it mounts, and at the same moment fetches what the library asks for,
from the same server. \`authenticated\` counts as shown when React has committed it; the next frame paints it. The server
answers *everything* late by the latency, documents and scripts too, and computes nothing. With a cold cache the page loads
its scripts over the network, also those that a library loads beside the first render; with a warm one they are in the cache
of the browser. Connections cost no round trip, and scripts are not compressed.

**Polls of a day**: sessionchart in the simulated browser of its test kit, where requests take up to 60 ms each way; the
others in a real page with the clock of Playwright and a \`fetch\` that answers at once, v5 without \`BroadcastChannel\`.

**At rest**: \`setTimeout\`, \`setInterval\` and \`requestAnimationFrame\` of a real page are counted for a real minute.`

export const timeSection: Measure = { id: 'time', title: 'Time', measure }

async function measure(): Promise<Section> {
  const pages = await buildBenchPages()
  const browser = await launchBrowser()
  try {
    const stage = { browser, pages }
    // Alone: what else runs would make it slow.
    const mountTime = await measureMountTime(stage)
    const [drift, idle] = await Promise.all([measurePollDrift(stage), measureIdle(stage)])
    return { id: timeSection.id, title: timeSection.title, how, figures: [...mountTime, ...drift, ...idle] }
  } finally {
    await browser.close()
  }
}
