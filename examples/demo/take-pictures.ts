import { fileURLToPath } from 'node:url'
import { launchBrowser } from '../../test/browser/launch.mjs'
import { startDemo } from './server/start-demo'

const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url))
const SOME_POLLS_MS = 21_000
const SOME_RETRIES_MS = 5_000

/** Takes the pictures of the README: the demo after "server answers 500". */
const [demo, browser] = await Promise.all([startDemo(0), launchBrowser()])
try {
  for (const colorScheme of ['light', 'dark'] as const) await takePicture(colorScheme)
} finally {
  await browser.close()
  await demo.stop()
}

async function takePicture(colorScheme: 'light' | 'dark'): Promise<void> {
  await fetch(`${demo.url}/api/start-over`, { method: 'POST' })
  const page = await browser.newPage({
    viewport: { width: 1000, height: 900 },
    deviceScaleFactor: 1.5,
    colorScheme,
  })
  await page.goto(demo.url)
  await page.getByRole('button', { name: 'Sign in on both sides' }).click()
  await page.waitForTimeout(SOME_POLLS_MS)
  await page.getByText('answers 500').click()
  await page
    .frameLocator('iframe[title="next-auth/react"]')
    .locator('.pill', { hasText: 'unauthenticated' })
    .waitFor()
  await page.waitForTimeout(SOME_RETRIES_MS)
  await page.screenshot({ path: `${folder}/demo-${colorScheme}.png`, fullPage: true })
  await page.close()
}
