import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { findBarriers } from './accessibility'
import { openDevtoolsPage } from './devtools-stage'

const TABS_WIDE = ['Log', 'State', 'Other tabs', 'Try', 'Recording']
const TABS_NARROW = ['Chart', 'Next', ...TABS_WIDE]
const MOST_TABS = 12

const devtools = openDevtoolsPage()

const statusOfApp = () => devtools.page.getByRole('status').first().textContent()
const slider = () => devtools.panel.getByRole('slider', { name: 'Time' })

test('the states that are lit follow a sign-out', async () => {
  await devtools.open()
  await devtools.lights('status.authenticated')
  await devtools.panel.getByText(/^Signed in\. The server said so at /).waitFor()

  await devtools.page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await devtools.lights('status.unauthenticated.known')
  await devtools.panel.getByText(/^Signed out at .+ in this tab/).waitFor()
  expect(
    await devtools.panel.locator('[data-state="session.status.authenticated"]').getAttribute('data-active'),
  ).toBe('false')
})

test('looking back leaves the session alone, which goes on meanwhile', async () => {
  await devtools.open()
  await devtools.choose('Try')
  await devtools.panel.getByRole('button', { name: 'Expire now' }).click()
  await devtools.lights('status.unauthenticated.known')
  const reads = devtools.site.requests.length

  await slider().focus()
  await devtools.page.keyboard.press('Home')
  await devtools.panel.getByText(/^Looking back at step 0 of /).waitFor()
  await devtools.lights('status.loading')
  expect(await statusOfApp()).toBe('unauthenticated')
  expect(devtools.site.requests.length).toBe(reads)

  await devtools.panel.getByRole('button', { name: 'Read again' }).click()
  await devtools.page.getByText(/ is authenticated$/).waitFor()
  await devtools.panel.getByText(/^Looking back at step 0 of /).waitFor()

  await devtools.panel.getByRole('button', { name: 'Back to now' }).click()
  await devtools.lights('status.authenticated')
})

test('the keyboard is enough', async () => {
  const { page, button, panel } = devtools
  const { keyboard } = page
  await tabTo(button)
  await keyboard.press('Enter')
  await panel.waitFor()
  await expect.poll(() => isFocused(panel)).toBe(true)

  await tabTo(slider())
  await keyboard.press('ArrowLeft')
  await panel.getByText(/^Looking back at step/).waitFor()
  await tabTo(panel.getByRole('button', { name: 'Back to now' }))
  await keyboard.press('Enter')
  await panel.getByText(/^Looking back/).waitFor({ state: 'detached' })

  await tabTo(panel.getByRole('tab', { name: 'Log' }))
  for (const tab of ['State', 'Other tabs', 'Try']) {
    await keyboard.press('ArrowRight')
    await panel.getByRole('tab', { name: tab, selected: true }).waitFor()
  }
  await tabTo(panel.getByRole('button', { name: 'Expire now' }))
  await keyboard.press('Space')
  await devtools.lights('status.unauthenticated.known')

  await keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await expect.poll(() => isFocused(button)).toBe(true)
})

test.each([1280, 360])('axe finds nothing in a window of %i pixels, on any tab', async (width) => {
  await devtools.page.setViewportSize({ width, height: 740 })
  await devtools.open()
  // What the page does to itself is its own affair.
  const ofPanel = async () =>
    (await findBarriers(devtools.page)).filter((barrier) => /scd-|devtools/.test(barrier))
  expect(await ofPanel()).toEqual([])
  const [, ...others] = width > 900 ? TABS_WIDE : TABS_NARROW
  for (const tab of others) {
    await devtools.choose(tab)
    expect(await findBarriers(devtools.page, '[role=tabpanel]')).toEqual([])
  }
  await slider().focus()
  await devtools.page.keyboard.press('Home')
  await devtools.panel.getByText(/^Looking back/).waitFor()
  expect(await ofPanel()).toEqual([])
})

test.each([360, 830, 1280])(
  'in a window of %i pixels nothing scrolls sideways, and nothing is cut off',
  async (width) => {
    await devtools.page.setViewportSize({ width, height: 740 })
    await devtools.open()
    for (const tab of width > 900 ? TABS_WIDE : TABS_NARROW) {
      await devtools.choose(tab)
      const wide = await devtools.page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('.scd-root *:not(svg *)')]
          .filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth)
          .filter((element) => getComputedStyle(element).display !== 'inline')
          .map((element) => element.className || element.tagName),
      )
      expect({ tab, wide }).toEqual({ tab, wide: [] })
    }
    const box = await devtools.panel.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
  },
)

test('the page does not reach in with its styles, and the policy of the page is kept', async () => {
  const { page, panel, button } = devtools
  expect(await styleOf(button, 'textTransform')).toBe('none')
  expect(await styleOf(button, 'letterSpacing')).toBe('normal')
  await devtools.open()

  expect(await styleOf(panel, 'fontStyle')).toBe('normal')
  expect(await styleOf(panel.locator('.scd-close'), 'backgroundColor')).not.toBe('rgb(255, 0, 0)')
  expect(await styleOf(panel.getByRole('tab').first(), 'textTransform')).toBe('none')
  expect(await styleOf(panel.getByRole('tab').first(), 'letterSpacing')).toBe('normal')
  expect(await styleOf(panel.locator('.scd-log li').first(), 'marginTop')).toBe('0px')
  expect((await panel.locator('svg').first().boundingBox())?.width).toBeGreaterThan(250)
  expect(await styleOf(panel.locator('svg text').first(), 'fill')).not.toBe('rgb(0, 255, 0)')
  // The page keeps its own.
  const own = page.getByRole('button', { name: 'Sign out', exact: true })
  expect(await styleOf(own, 'backgroundColor')).toBe('rgb(255, 0, 0)')
})

test('what has gone leaves no styles behind', async () => {
  const sheets = () => devtools.page.evaluate(() => document.adoptedStyleSheets.length)
  await devtools.open()
  expect(await sheets()).toBe(1)
  await devtools.page.keyboard.press('Escape')
  await devtools.panel.waitFor({ state: 'detached' })
  expect(await sheets()).toBe(0)
})

const styleOf = (
  locator: Locator,
  name: 'textTransform' | 'letterSpacing' | 'fontStyle' | 'backgroundColor' | 'marginTop' | 'fill',
) => locator.evaluate((element, property) => getComputedStyle(element)[property], name)
const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement)

async function tabTo(target: Locator): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await isFocused(target)) return
    await devtools.page.keyboard.press('Tab')
  }
  throw new Error(`${target} was not reached in ${MOST_TABS} tabs.`)
}
