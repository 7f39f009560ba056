import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../browser/launch.mjs'
import { openTab } from '../browser/tab'
import { startAuthCoreServer } from '../servers/auth-core'
import type { AuthServer } from '../servers/auth-server'
import { buildPage } from './build-page'
import { drivePage } from './drive-page'
import { show } from './show'

const strict = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'none'"

const app = await buildPage()
let browser: Browser
let context: BrowserContext
let server: AuthServer
beforeAll(async () => {
  browser = await launchBrowser()
})
afterEach(async () => {
  await context.close()
  await server.stop()
})
afterAll(() => browser?.close())

/** Opens the page under a policy. What it forbids is collected in the page, over all documents. */
async function open(policy: string) {
  server = await startAuthCoreServer({}, show(app, { 'content-security-policy': policy }))
  context = await browser.newContext({ baseURL: server.url })
  context.setDefaultTimeout(15_000)
  const violations: string[] = []
  await context.exposeFunction('tellViolation', (text: string) => violations.push(text))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
      const tell = Reflect.get(window, 'tellViolation')
      void tell(`${effectiveDirective} ${blockedURI} ${sourceFile}`)
    })
  })
  return { tab: await openTab(context), violations }
}

describe.each([
  { name: 'that allows scripts and requests of the own origin, and no style at all', policy: strict },
  {
    name: 'that requires trusted types and allows no policy of them',
    policy: `${strict}; require-trusted-types-for 'script'; trusted-types 'none'`,
  },
])('under a Content-Security-Policy $name', ({ policy }) => {
  test('signs in and out, and inspects, without a violation', async () => {
    const { tab, violations } = await open(policy)
    await drivePage(tab)
    expect(violations).toEqual([])
    expect(tab.complaints).toEqual([])
  })

  test('shows the panel with its styles, in the page and in the corner', async () => {
    const { tab, violations } = await open(policy)
    await tab.press('Inspect')
    await tab.page.getByRole('button', { name: /^Open the session devtools/ }).click()
    const panels = tab.page.locator('.scd-root')
    const looks = () =>
      panels.evaluateAll((elements) => elements.map((element) => getComputedStyle(element).display))
    await expect.poll(looks).toEqual(['flex', 'flex'])
    expect(violations).toEqual([])
  })
})

test('a script in the page itself is told of as a violation', async () => {
  const { tab, violations } = await open(strict)
  await tab.page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = '1'
    document.head.append(script)
  })
  await expect.poll(() => violations).toEqual([expect.stringContaining('script-src-elem inline')])
})
