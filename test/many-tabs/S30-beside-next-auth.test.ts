import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Library } from './pages'
import { allShow, prepareStage } from './stage'
import type { Tab } from './visitor'

const pairs: Array<[version: 'v4' | 'v5', ours: Library, theirs: Library]> = [
  ['v5', 'sessionchart', 'next-auth'],
  ['v4', 'sessionchart/v4', 'next-auth v4'],
]

describe.for(pairs)('tabs of next-auth %s and ours', ([version, ours, theirs]) => {
  const stage = prepareStage({ version })

  const open = async () => [
    await stage.open(ours),
    await stage.open(theirs),
    await stage.open(ours),
    await stage.open(theirs),
  ]

  /** next-auth tells of no sign-in that stays on its page. It does when the page is opened that comes after it. */
  const announce = async (tab: Tab | undefined) => {
    // v4 says the same within a second, and a storage that is as it was tells nobody.
    await pause(1_000)
    await tab?.getSession()
  }

  /** Nobody asks any more: a message does not make a tab ask that makes a tab ask. */
  const expectQuiet = async () => {
    await pause(500)
    const before = stage.reads()
    await pause(1_500)
    expect(stage.reads()).toBe(before)
  }

  test.for([0, 1])('learn of a sign-in and a sign-out of tab %i', async (index) => {
    const tabs = await open()
    await allShow(tabs, 'unauthenticated')

    await tabs[index]?.signIn('ann')
    await announce(tabs[index])
    await allShow(tabs, 'authenticated Ann')
    await expectQuiet()

    await tabs[index]?.signOut()
    await allShow(tabs, 'unauthenticated')
    await expectQuiet()
    expect(await stage.hasCookie()).toBe(false)
    for (const { complaints } of tabs) expect(complaints).toEqual([])
  })

  test('learn of another user', async () => {
    const tabs = await open()
    await tabs[0]?.signIn('ann')
    await allShow(tabs, 'authenticated Ann')

    await tabs[1]?.signIn('bob')
    await announce(tabs[1])
    await allShow(tabs, 'authenticated Bob')

    await tabs[2]?.signIn('ann')
    await allShow(tabs, 'authenticated Ann')
    await expectQuiet()
  })

  test('make ours ask twice at most when one of them signs out', async () => {
    await stage.signInUnseen()
    const mine = await stage.openMany(5, ours)
    const other = await stage.open(theirs)
    await allShow([...mine, other], 'authenticated Ann')
    await expectQuiet()
    const readsOfMine = () => mine.reduce((sum, tab) => sum + tab.reads(), 0)
    const before = readsOfMine()

    await other.signOut()
    await allShow([...mine, other], 'unauthenticated')
    await expectQuiet()

    expect(readsOfMine() - before).toBeLessThanOrEqual(2)
  })

  test('do not make ours ask, as they look at the session again and again', async () => {
    await stage.signInUnseen()
    const mine = await stage.openMany(3, ours)
    const other = await stage.open(theirs)
    await allShow([...mine, other], 'authenticated Ann')
    await expectQuiet()
    const readsOfMine = () => mine.reduce((sum, tab) => sum + tab.reads(), 0)
    const before = readsOfMine()

    for (let time = 0; time < 10; time++) await other.getSession()
    await pause(500)

    // At once for the first message, or for all of them when the limit of five seconds is over.
    expect(readsOfMine() - before).toBeLessThanOrEqual(1)
  })
})
