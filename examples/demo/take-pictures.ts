import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { launchBrowser } from '../../test/browser/launch.mjs'
import { buildDemo } from './server/build-pages'
import { startDemo } from './server/start-demo'

const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url))
const SOME_POLLS_MS = 21_000
const SOME_RETRIES_MS = 5_000
const MARGIN = 16
const PANEL = { width: 830, height: 720 }

type ColorScheme = 'light' | 'dark'

/** Takes the pictures of the docs: the demo and the devtools after "server answers 500". */
const [demo, browser] = await Promise.all([startDemo(await buildDemo()), launchBrowser()])
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    await takeDemo(colorScheme)
    await takeDevtools(colorScheme)
  }
} finally {
  await browser.close()
  await demo.stop()
}

async function takeDemo(colorScheme: ColorScheme): Promise<void> {
  await fetch(`${demo.url}/api/start-over`, { method: 'POST' })
  const page = await browser.newPage({
    viewport: { width: 1000, height: 1000 },
    deviceScaleFactor: 1.5,
    colorScheme,
  })
  await page.goto(demo.url)
  await page.getByRole('button', { name: 'Sign in on both sides' }).click()
  await page.waitForTimeout(SOME_POLLS_MS)
  await page.getByText('answers 500', { exact: true }).click()
  const left = page.frameLocator('iframe[title="next-auth/react"]')
  await left.locator('.pill', { hasText: 'unauthenticated' }).waitFor()
  await page.waitForTimeout(SOME_RETRIES_MS)

  const clip = await decisivePart(page, left.locator('.news'))
  await page.screenshot({ path: `${folder}/demo-${colorScheme}.png`, clip })
  await page.close()
}

/** The panel of the right side, as wide as it is shown, so that its words are as large as those around it. */
async function takeDevtools(colorScheme: ColorScheme): Promise<void> {
  await fetch(`${demo.url}/api/start-over`, { method: 'POST' })
  const { right } = await (await fetch(`${demo.url}/api/stage`)).json()
  const page = await browser.newPage({ viewport: PANEL, deviceScaleFactor: 2, colorScheme })
  await page.goto(right)
  await page.addStyleTag({ content: `.devtools { position: fixed; inset: 0; height: auto; margin: 0 }` })
  await page.getByRole('button', { name: 'Sign in', exact: true }).dispatchEvent('click')
  await page.getByText(/^Signed in at /).waitFor()
  await fetch(`${demo.url}/api/trouble?is=answers-500`, { method: 'POST' })
  await page.getByText(/^Still signed in/).waitFor()
  await page.screenshot({ path: `${folder}/devtools-${colorScheme}.png` })
  await page.close()
}

/** What the server does, and what has become of both sides: neither the head of the page nor all details. */
async function decisivePart(page: Page, end: Locator) {
  // Of no use in a picture.
  await page.addStyleTag({ content: '.both, .note { display: none !important }' })
  const top = await page.locator('.controls').boundingBox()
  const bottom = await end.boundingBox()
  if (!top || !bottom) throw new Error('The demo does not show what the pictures are of.')
  return { x: 0, y: top.y, width: 1000, height: bottom.y + bottom.height + MARGIN - top.y }
}
