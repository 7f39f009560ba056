import type { Browser, Page } from 'playwright-core'
import type { PageScripts } from './build-page'

/** A page that is measured, and what the main thread did. */
export interface BenchPage {
  page: Page
  /** Runs it in the page and waits for what it gives. */
  run<Result>(expression: string): Promise<Result>
  /** Chromium's `Performance.getMetrics`: seconds that the main thread has had of a processor, bytes, numbers. */
  read(): Promise<Record<string, number>>
  collectGarbage(): Promise<void>
  close(): Promise<void>
}

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An app</title></head>
  <body><script type="module" src="/main.js"></script></body></html>`

/** Then the clock of a page tells 5 µs, otherwise 100. */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

/** Opens a page of its own profile. An error in it is an error here. */
export async function openBenchPage(browser: Browser, scripts: PageScripts, query = ''): Promise<BenchPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  await page.route('**', (route) => {
    const script = scripts.get(new URL(route.request().url()).pathname)
    const contentType = script ? 'text/javascript' : 'text/html'
    return route.fulfill({ body: script ?? HTML, headers: { ...ISOLATED, 'content-type': contentType } })
  })
  const chromium = await context.newCDPSession(page)
  // Waiting for a processor does not count: other programs run, too.
  await chromium.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(`http://localhost/${query}`)

  return {
    page,
    // Not `page.evaluate`: what that does in the page would be measured with it.
    async run(expression) {
      const { result, exceptionDetails } = await chromium.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      })
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return result.value
    },
    async read() {
      const { metrics } = await chromium.send('Performance.getMetrics')
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
    },
    async collectGarbage() {
      await chromium.send('HeapProfiler.collectGarbage')
    },
    async close() {
      await context.close()
      if (errors[0]) throw errors[0]
    },
  }
}

/** How much of everything there was while something was done. */
export async function during(
  read: () => Promise<Record<string, number>>,
  act: () => Promise<unknown>,
): Promise<(name: string) => number> {
  const before = await read()
  await act()
  const after = await read()
  return (name) => (after[name] ?? 0) - (before[name] ?? 0)
}
