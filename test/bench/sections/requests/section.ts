import { browserArguments, launchBrowser } from '../../../browser/launch.mjs'
import type { Section } from '../../figures'
import type { Measure } from '../../measure'
import { buildBenchPages } from '../../tabs/pages'
import { measureFocus } from './focus'
import { measureMount } from './mount'
import { measureOutage } from './outage'
import { measurePolls } from './poll-interval'
import { measureRoundTrips } from './round-trips'

// A process for each of hundreds of tabs is more than most machines have room for.
const fewProcesses = '--renderer-process-limit=8'

const how = `Real tabs of one headless Chromium that show the same small page, a production build with one of the
libraries each, and a server that counts: each library has a server and a browser profile of its own, all at the same time.
The server says who is signed in as that of Auth.js does, and as that of better-auth for its client; sign-in, update and
sign-out were asked of real Auth.js servers, next-auth v4 of its own. Seconds are real ones. Shown and hidden is what the
page is told: a headless browser hides none.`

export const requestsSection: Measure = {
  id: 'requests',
  title: 'Requests',
  measure,
}

async function measure(): Promise<Section> {
  const pages = await buildBenchPages(['production', 'development'])
  const browser = await launchBrowser({ args: [...browserArguments, fewProcesses] })
  try {
    const stage = { browser, pages }
    // Counts suffer nothing from each other, and most of them wait.
    const [outage, mount, focus, roundTrips, polls] = await Promise.all([
      measureOutage(stage),
      measureMount(stage),
      measureFocus(stage),
      measureRoundTrips(stage),
      measurePolls(stage),
    ])
    const figures = [mount, focus, polls, ...outage, ...roundTrips]
    return { id: requestsSection.id, title: requestsSection.title, how, figures }
  } finally {
    await browser.close()
  }
}
