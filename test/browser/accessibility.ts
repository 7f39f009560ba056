import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    axe: typeof axe
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with a page, in light and in dark colors. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(source)
  const run = async (colorScheme: 'light' | 'dark', options: axe.RunOptions = {}) => {
    await page.emulateMedia({ colorScheme })
    const { violations } = await page.evaluate((options) => window.axe.run(options), options)
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}, ${colorScheme}: ${html}`))
  }
  // Between the two nothing changes but the colors.
  return [...(await run('light')), ...(await run('dark', { runOnly: ['color-contrast'] }))]
}
