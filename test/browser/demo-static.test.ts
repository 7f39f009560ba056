import type { Frame } from 'playwright-core'
import { expect, test } from 'vitest'
import { openDemo, press, shows } from './demo-stage'

const DARK = 0.2
const LIGHT = 0.8

const demo = openDemo('static')

test('neither side hears the other, although both are of one origin', async () => {
  const reads = demo.left.locator('dt:text-is("reads of the session") + dd')
  const before = await reads.textContent()
  for (const [button, status] of [
    ['Sign in', 'authenticated'],
    ['Sign out', 'unauthenticated'],
  ] as const) {
    await press(demo.right, button)
    await shows(demo.right, status)
  }
  expect(await reads.textContent()).toBe(before)
})

test("what a side has noted outlives its page, and is not the other side's", async () => {
  await press(demo.right, 'Sign in')
  await shows(demo.right, 'authenticated')
  await demo.page.reload()
  await shows(demo.right, 'authenticated')
  await shows(demo.left, 'unauthenticated')
  const signIn = 'POST /callback/credentials'
  await demo.right.locator('.news').getByText(signIn).waitFor()
  expect(await demo.left.locator('.news').getByText(signIn).count()).toBe(0)
})

test('in a page with a switch for dark and light, the demo goes by that', async () => {
  const { page, url } = demo
  const around = new URL('around.html', url).href
  const body = `<!doctype html><style>body { background: #fff }</style><iframe src="${url}"></iframe>`
  await page.route(around, (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(around)
  const frames = () => page.frames().filter((frame) => frame !== page.mainFrame())
  await expect.poll(() => frames().length).toBe(3)
  for (const frame of frames()) await expect.poll(() => brightnessOf(frame)).toBeGreaterThan(LIGHT)

  await page.evaluate(() => {
    document.body.style.background = '#000'
    document.documentElement.style.colorScheme = 'dark'
  })
  for (const frame of frames()) await expect.poll(() => brightnessOf(frame)).toBeLessThan(DARK)
  const [stage] = frames()
  expect(await stage?.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(0, 0, 0)',
  )
})

test('the page of the provider leads to nobody else', async () => {
  const back = 'https://elsewhere.example/callback'
  await demo.page.goto(`${demo.url}provider/index.html?${new URLSearchParams({ redirect_uri: back })}`)
  const links = demo.page.getByRole('link')
  expect(await links.count()).toBe(2)
  for (const link of await links.all()) {
    expect(await link.evaluate(({ href }: HTMLAnchorElement) => href)).toContain(demo.url)
  }
})

/** How bright the background is that one sees, from 0 to 1. */
const brightnessOf = (frame: Frame) =>
  frame.evaluate(() => {
    const colors = [document.body, document.documentElement].map(
      (one) => getComputedStyle(one).backgroundColor,
    )
    const seen = colors.find((color) => color !== 'rgba(0, 0, 0, 0)') ?? ''
    const [red = 0, green = 0, blue = 0] = (seen.match(/\d+/g) ?? []).map(Number)
    return (red + green + blue) / (3 * 255)
  })
