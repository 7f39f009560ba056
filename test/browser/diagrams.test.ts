import { readdirSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from './launch.mjs'
import { escapesOf, measurePicture, overlapsOf } from './text-boxes'

const SMALLEST_TEXT = 11

const folder = new URL('../../docs/statecharts/', import.meta.url)
const pictures = readdirSync(folder).filter((name) => name.endsWith('.svg'))

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
})
afterAll(() => browser?.close())

test('there are pictures', () => {
  expect(pictures).toContain('overview.svg')
})

describe.each(pictures)('%s in a README', (name) => {
  const measure = () => measurePicture(page, readFileSync(new URL(name, folder), 'utf8'))

  test('has no text that is too small to be read', async () => {
    const { texts } = await measure()

    expect(texts).not.toEqual([])
    expect(texts.filter(({ size }) => size < SMALLEST_TEXT)).toEqual([])
  })

  test('has no text that lies on another', async () => {
    const { texts } = await measure()

    expect(overlapsOf(texts)).toEqual([])
  })

  test('keeps every text within its frame', async () => {
    const { texts, frames } = await measure()

    expect(escapesOf(texts, frames)).toEqual([])
  })
})
