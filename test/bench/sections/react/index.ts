import { launchBrowser } from '../../../browser/launch.mjs'
import type { Section } from '../../figures'
import { interleave } from '../../interleave'
import { LIBRARIES } from '../../libraries'
import type { Measure } from '../../measure'
import { commitFigures, renderFigures, timeFigures } from './consumer-figures'
import { leftFigures, providerFigure } from './heap-figures'
import { measureConsumers } from './measure-consumers'
import { measureLeft, measureProviders } from './measure-heap'
import { type AppName, type AppPage, buildApps, openApp } from './react-page'

const ROUNDS = 5

const HOW = `The same app on each library, built for production with React 19, in Chromium; the libraries take turns, ${ROUNDS}
rounds. A page mounts apps and lives with them, another hydrates them, a third shows parts of a session: no page does two of
these, and each first mount has a page to itself. Each consumer shows the name of the session and is not laid out, which would
cost the same for all. A function of the page answers in place of the server, so that no network is measured. Renders are
those of consumers, and the same in each round. Times are what the main thread has had of a processor until nothing happens any
more, without what it takes to measure: also what starts after the first paint, such as timers, listeners and the chart. Those
until React has rendered are by the clock. A first mount includes what it takes to measure. All else is the median of up to
nine turns in a page that has done the same before with a thousand consumers: nothing is loaded any more, and next to nothing
compiled.

A *read* is \`client.refetch()\` of sessionchart and \`refetch()\` of better-auth; next-auth has none that shows, so it hears
of a change in another tab. \`update()\` is \`updateUser()\` in better-auth, which then reads. better-auth reads after each
mount, and its client takes no session from a server while React hydrates.

\`npm run bench -- react\` measures it again.`

async function measure(): Promise<Section> {
  const [apps, browser] = await Promise.all([buildApps(), launchBrowser()])
  const inPage =
    <Result>(act: (page: AppPage) => Promise<Result>) =>
    async (name: AppName) => {
      const page = await openApp(browser, apps, name)
      const result = await act(page)
      await page.close()
      return result
    }
  try {
    const consumers = await interleave(LIBRARIES, ROUNDS, (name) =>
      measureConsumers(() => openApp(browser, apps, name)),
    )
    // Bytes of thousands of them, and no times: once is enough.
    const providers = await interleave([...LIBRARIES, 'none'], 1, inPage(measureProviders))
    const left = await interleave(LIBRARIES, 1, inPage(measureLeft))
    const figures = [
      ...renderFigures(consumers),
      ...commitFigures(consumers),
      ...timeFigures(consumers),
      providerFigure(onlyOf(providers)),
      ...leftFigures(onlyOf(left)),
    ]
    return { id: 'react', title: TITLE, how: HOW, figures }
  } finally {
    await browser.close()
  }
}

/** What was measured in the only round. */
const onlyOf = <Name extends string, Result>(rounds: Record<Name, Result[]>) =>
  Object.fromEntries(Object.entries<Result[]>(rounds).map(([name, [only]]) => [name, only])) as Record<
    Name,
    Result
  >

const TITLE = 'Many consumers'

export const reactSection: Measure = { id: 'react', title: TITLE, measure }
