import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Frame, Page } from 'playwright-core'

declare global {
  interface Window {
    axe: typeof axe
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with a frame as it is, or with a part of it. */
export async function runAxe(frame: Frame, options: axe.RunOptions = {}, part = ':root'): Promise<string[]> {
  await frame.evaluate(source)
  const { violations } = await frame.evaluate(([part, options]) => window.axe.run(part, options), [
    part,
    options,
  ] as const)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** What axe finds wrong with a page, or a part of it, in light and in dark colors. */
export async function findBarriers(page: Page, part?: string): Promise<string[]> {
  const run = async (colorScheme: 'light' | 'dark', options?: axe.RunOptions) => {
    await page.emulateMedia({ colorScheme })
    const found = await runAxe(page.mainFrame(), options, part)
    return found.map((barrier) => `${colorScheme}: ${barrier}`)
  }
  // Between the two nothing changes but the colors.
  return [...(await run('light')), ...(await run('dark', { runOnly: ['color-contrast'] }))]
}
