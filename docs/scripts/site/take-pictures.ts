import { fileURLToPath } from 'node:url'
import { launchBrowser } from '../../../test/browser/launch.mjs'
import { previewSite } from './preview-site'

const folder = fileURLToPath(new URL('../../../.tmp/docs', import.meta.url))
const pages = ['', ...process.argv.slice(2)]
const windows = { narrow: { width: 360, height: 740 }, wide: { width: 1280, height: 900 } }

/** Takes pictures of the built site, for whoever wants to look at it: into `.tmp/docs/`. */
const [site, browser] = await Promise.all([previewSite(), launchBrowser()])
try {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [window, viewport] of Object.entries(windows)) {
      const page = await browser.newPage({ viewport, colorScheme })
      for (const path of pages) {
        await page.goto(`${site.url}${path}`, { waitUntil: 'networkidle' })
        await page.screenshot({
          path: `${folder}/${path.replaceAll('/', '-') || 'home'}-${window}-${colorScheme}.png`,
        })
      }
      await page.close()
    }
} finally {
  await browser.close()
  await site.stop()
}
