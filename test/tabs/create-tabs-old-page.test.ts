import type { Environment } from 'sessionchart'
import { beforeEach, expect, test } from 'vitest'
import { START } from '../client/fake-clock'
import { type BrowserTab, createBrowser, type FakeBrowser } from './browser'
import { openHub } from './hub'
import { NAME } from './turns'

let browser: FakeBrowser
beforeEach(() => {
  browser = createBrowser()
})
const restored: Partial<Environment> = { isRestoredNavigation: () => true }
const note = (ledger: object, name = NAME) =>
  browser.storage.set(name, JSON.stringify({ v: 1, out: false, ...ledger }))
const mayBeOld = (tab: BrowserTab, channel?: string) => openHub(tab, { channel }).isOldPage()

test('may not be old where nothing was ever written', () => {
  expect(mayBeOld(browser.openTab(restored))).toBe(false)
})

test('may be old when a tab has signed in or out since it began to load', () => {
  note({ epoch: START + 1 })

  expect(mayBeOld(browser.openTab())).toBe(true)
})

test.for([1, START])('is not old when the last write was at %i', (epoch) => {
  note({ epoch })

  expect(mayBeOld(browser.openTab())).toBe(false)
})

test('may be old when the user has gone back to it after any write', () => {
  note({ epoch: 1 })

  expect(mayBeOld(browser.openTab(restored))).toBe(true)
})

test('may be old when a tab has left to sign in', () => {
  note({ epoch: 0, leaving: true })

  expect(mayBeOld(browser.openTab())).toBe(true)
})

test('is said to be old once', () => {
  const tab = browser.openTab()
  const hub = openHub(tab)
  note({ epoch: START + 1 })

  expect([hub.isOldPage(), hub.isOldPage()]).toEqual([true, false])
})

test('is old for the first client of each name', () => {
  const tab = browser.openTab()
  note({ epoch: START + 1 })
  note({ epoch: START + 1 }, 'sessionchart:preview')
  const first = openHub(tab)

  expect(first.isOldPage()).toBe(true)
  expect(mayBeOld(tab)).toBe(false)
  expect(mayBeOld(tab, 'preview')).toBe(true)
})

test('is old in each page', () => {
  note({ epoch: START + 1 })

  expect([browser.openTab(), browser.openTab()].map((tab) => mayBeOld(tab))).toEqual([true, true])
})
