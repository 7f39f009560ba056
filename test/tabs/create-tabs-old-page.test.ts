import type { Environment } from 'sessionchart'
import { beforeEach, expect, test } from 'vitest'
import { START } from '../client/fake-clock'
import { ann } from '../client/sessions'
import { type BrowserTab, createBrowser, type FakeBrowser } from './browser'
import { answered, known, openHub } from './hub'
import { NAME } from './turns'

let browser: FakeBrowser
beforeEach(() => {
  browser = createBrowser()
})
const restored: Partial<Environment> = { isRestoredNavigation: () => true }
const note = (ledger: object, name = NAME) =>
  browser.storage.set(name, JSON.stringify({ v: 1, out: 0, ...ledger }))
const mayBeOld = (tab: BrowserTab, channel?: string) => openHub(tab, { channel }).join().mayBeOld

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

test('is where a tab comes back to that has left to sign in', () => {
  note({ epoch: 0, leaving: true })

  expect(openHub(browser.openTab()).join()).toMatchObject({ mayBeOld: false, isReturn: true })
})

test('is where it comes back to until it has been answered', () => {
  note({ epoch: 0, leaving: true })
  const tab = browser.openTab()
  const first = openHub(tab)
  expect([first.join().isReturn, first.join().isReturn]).toEqual([true, true])

  first.shareAnswer(known(ann()), answered('restored'))

  note({ epoch: 0, leaving: true })
  expect([first.join().isReturn, openHub(tab).join().isReturn]).toEqual([false, false])
})

test('stays old when it has been answered: a later client may bring the same session again', () => {
  const tab = browser.openTab()
  note({ epoch: START + 1 })
  const first = openHub(tab)

  first.shareAnswer(known(ann()), answered('restored'))

  expect([first.join().mayBeOld, mayBeOld(tab)]).toEqual([true, true])
})

test('is where a tab comes back to until it has taken over what another tab was answered', () => {
  note({ epoch: 0, leaving: true })
  const tab = browser.openTab()
  const first = openHub(tab)
  expect(first.join().isReturn).toBe(true)

  first.noteAdopted()

  expect(browser.storage.get(NAME)).not.toContain('leaving')
  note({ epoch: 0, leaving: true })
  expect([first.join().isReturn, openHub(tab).join().isReturn]).toEqual([false, false])
})

test('is old in each page', () => {
  note({ epoch: START + 1 })

  expect([browser.openTab(), browser.openTab()].map((tab) => mayBeOld(tab))).toEqual([true, true])
})
