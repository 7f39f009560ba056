import type { Browser, LaunchOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest'
import { launchBrowser } from '../browser/launch.mjs'
import type { Library } from './pages'
import { type Tab, type VisitOptions, type Visitor, visit } from './visitor'

export interface Stage extends Visitor {
  browser: Browser
  openMany(count: number, library: Library, options?: Record<string, number>): Promise<Tab[]>
}

/** What each test of a file has to itself: a visitor. */
export function prepareStage(options?: VisitOptions, launchOptions?: LaunchOptions): Stage {
  const stage = {} as Stage
  beforeAll(async () => {
    stage.browser = await launchBrowser(launchOptions)
  })
  afterAll(() => stage.browser?.close())
  beforeEach(async () => {
    Object.assign(stage, await visit(stage.browser, inject('pages'), options))
    stage.openMany = (count, library, options) =>
      Promise.all(Array.from({ length: count }, () => stage.open(library, options)))
  })
  afterEach(() => stage.leave())
  return stage
}

/** All of them show it, soon. */
export async function allShow(tabs: Tab[], text: string): Promise<void> {
  await expect.poll(() => Promise.all(tabs.map((tab) => tab.shown()))).toEqual(tabs.map(() => text))
}

/** Nobody has asked for so long who is signed in. It fails when they ask on and on. */
export async function whenQuiet({ reads }: Visitor, milliseconds = 1_500): Promise<void> {
  let [count, since] = [reads(), performance.now()]
  const quietFor = () => {
    if (reads() !== count) [count, since] = [reads(), performance.now()]
    return performance.now() - since
  }
  await expect.poll(quietFor, { message: 'Somebody asks again and again.' }).toBeGreaterThan(milliseconds)
}

/** Whatever is done makes all tabs together ask once who is signed in. */
export async function expectOneRead(visitor: Visitor, act: () => Promise<unknown>): Promise<void> {
  const before = visitor.reads()
  await act()
  await expect.poll(() => visitor.reads()).toBeGreaterThan(before)
  await whenQuiet(visitor)
  expect(visitor.reads()).toBe(before + 1)
}

/** To open many tabs takes longer than a session of seconds lasts: it begins when they are all there. */
export async function signInFirst(tabs: Tab[]): Promise<void> {
  await allShow(tabs, 'unauthenticated')
  await tabs[0]?.signIn('ann')
  await allShow(tabs, 'authenticated Ann')
}
