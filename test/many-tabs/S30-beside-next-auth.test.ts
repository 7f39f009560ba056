import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Library } from './pages'
import { allShow, prepareStage, whenQuiet } from './stage'
import type { Tab } from './visitor'

// Each of ours beside each of theirs: they share the server of theirs, and ours speaks to either.
const pairs: Array<[ours: Library, theirs: Library, version: 'v4' | 'v5']> = [
  ['sessionchart', 'next-auth', 'v5'],
  ['sessionchart/v4', 'next-auth v4', 'v4'],
  ['sessionchart', 'next-auth v4', 'v4'],
  ['sessionchart/v4', 'next-auth', 'v5'],
]
/** Short: tabs that make each other ask once in such a time are never quiet. */
const LIMIT_S = 0.5
const limited = { refetchLimit: LIMIT_S }

describe.for(pairs)('tabs of %s and %s', ([ours, theirs, version]) => {
  const stage = prepareStage({ version })

  const open = async () => [
    await stage.open(ours, limited),
    await stage.open(theirs),
    await stage.open(ours, limited),
    await stage.open(theirs),
  ]
  const readsOf = (tabs: Tab[]) => tabs.reduce((sum, tab) => sum + tab.reads(), 0)

  /** v4 says the same within a second, and a storage that is as it was tells nobody. */
  const untilItIsHeard = () => pause(1_000)

  /** next-auth tells of no sign-in that stays on its page. It does when the page is opened that comes after it. */
  const announce = async (tab: Tab | undefined) => {
    await untilItIsHeard()
    await tab?.getSession()
  }

  test.for([0, 1])('learn of a sign-in and a sign-out of tab %i', async (index) => {
    const tabs = await open()
    await allShow(tabs, 'unauthenticated')

    await tabs[index]?.signIn('ann')
    await announce(tabs[index])
    await allShow(tabs, 'authenticated Ann')
    await whenQuiet(stage)

    await tabs[index]?.signOut()
    await allShow(tabs, 'unauthenticated')
    await whenQuiet(stage)
    expect(await stage.hasCookie()).toBe(false)
    for (const { complaints } of tabs) expect(complaints).toEqual([])
  })

  test.for([0, 1])('learn of a sign-in that leaves the page of tab %i, once that is back', async (index) => {
    const tabs = await open()
    await allShow(tabs, 'unauthenticated')
    await untilItIsHeard()

    await tabs[index]?.signInAndReturn('ann')

    await allShow(tabs, 'authenticated Ann')
    await whenQuiet(stage)
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
    await whenQuiet(stage)
  })

  test('make ours ask twice at most when one of them signs out', async () => {
    await stage.signInUnseen()
    const mine = await stage.openMany(5, ours, limited)
    const other = await stage.open(theirs)
    await allShow([...mine, other], 'authenticated Ann')
    await whenQuiet(stage)
    const before = readsOf(mine)

    await other.signOut()
    await allShow([...mine, other], 'unauthenticated')
    await whenQuiet(stage)

    expect(readsOf(mine) - before).toBeLessThanOrEqual(2)
  })

  test('do not make ours ask again and again, nor ours them, as they look at the session', async () => {
    await stage.signInUnseen()
    const other = await stage.open(theirs)
    await allShow([other], 'authenticated Ann')
    await whenQuiet(stage)
    const opened = other.reads()
    await other.getSession()
    await whenQuiet(stage)
    // It may hear itself, too.
    const readsPerLook = other.reads() - opened
    const mine = await stage.openMany(3, ours, limited)
    await allShow(mine, 'authenticated Ann')
    await whenQuiet(stage)
    const [before, beforeOfMine] = [other.reads(), readsOf(mine)]

    let looks = 0
    const beganAt = performance.now()
    const limits = () => (performance.now() - beganAt) / (LIMIT_S * 1_000)
    for (; limits() < 4; looks++) await other.getSession()
    const most = Math.ceil(limits())
    await whenQuiet(stage)

    expect(other.reads() - before).toBe(looks * readsPerLook)
    // One at once, and one each time the limit is over. For one of several tabs that may be a little later.
    expect(readsOf(mine) - beforeOfMine).toBeLessThanOrEqual(most + 2)
  })
})
