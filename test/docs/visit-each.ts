import { expect, test } from 'vitest'
import { runAxe } from '../browser/accessibility'
import { openPhone } from './reader'

// The demo has tests of its own.
const options = { iframes: false, resultTypes: ['violations' as const] }
const WCAG = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], ...options }
const CONTRAST = { runOnly: ['color-contrast'], ...options }

/** A test for each page, of what all of them have to be. */
export function visitEach(links: string[]): void {
  const pages = links.map((link) => (link.endsWith('/') ? link : `${link}.html`))
  const reader = openPhone()

  test.each(pages)(
    '%s fits a phone, complains of nothing, asks nobody else, has no barriers',
    async (path) => {
      const { page } = reader
      await reader.open(path)
      const { scrollWidth, clientWidth } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return { scrollWidth, clientWidth }
      })
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
      expect(reader.complaints).toEqual([])
      expect(await runAxe(page.mainFrame(), WCAG)).toEqual([])
      // Between light and dark nothing changes but the colors.
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.locator('html.dark').waitFor()
      expect(await runAxe(page.mainFrame(), CONTRAST)).toEqual([])
    },
  )
}
