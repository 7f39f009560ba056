import type { Browser, BrowserContext, LaunchOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest'
import type { AuthServer } from '../servers/auth-server'
import { launchBrowser } from './launch.mjs'
import { startAuthCoreSite, startNextAuthV4Site } from './sites'
import { openTab, type Tab } from './tab'

/** What each test has to itself: a server, and a visitor with cookies of their own. */
interface Stage {
  site: AuthServer
  context: BrowserContext
  openTab(path?: string): Promise<Tab>
  /** Signs the visitor in without any tab knowing. */
  signInUnseen(): Promise<void>
}

const sites = [
  { name: 'sessionchart/react and @auth/core', start: startAuthCoreSite },
  { name: 'sessionchart/v4 and next-auth v4', start: startNextAuthV4Site },
]

/** Describes what holds with either version. No test may end with a complaint of the browser's. */
export function describeEachServer(run: (stage: Stage) => void, options?: LaunchOptions): void {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser(options)
  })
  afterAll(() => browser?.close())

  describe.each(sites)('$name', ({ start }) => {
    const stage = {} as Stage
    let tabs: Tab[]

    beforeEach(async () => {
      tabs = []
      const site = await start()
      const context = await browser.newContext({ baseURL: site.url })
      context.setDefaultTimeout(15_000)
      Object.assign(stage, {
        site,
        context,
        async openTab(path?: string) {
          const tab = await openTab(context, path)
          tabs.push(tab)
          return tab
        },
        signInUnseen: () => signIn(context),
      } satisfies Stage)
    })
    afterEach(async () => {
      try {
        for (const { complaints } of tabs) expect(complaints).toEqual([])
      } finally {
        await stage.context.close()
        await stage.site.stop()
      }
    })

    run(stage)
  })
}

async function signIn({ request }: BrowserContext): Promise<void> {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const form = { csrfToken, username: 'ann', password: 'ann-password', json: 'true' }
  const headers = { 'X-Auth-Return-Redirect': '1' }
  await request.post('/api/auth/callback/credentials', { form, headers })
}
