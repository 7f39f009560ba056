import { expect, test } from 'vitest'
import { leaveAndReturn, withCache } from '../browser/back-forward-cache'
import { createGate } from '../support/gate'
import { framesOfReturn } from './frames-of-return'
import { withTabs } from './how-many'
import { allShow, prepareStage } from './stage'
import type { Tab } from './visitor'

const stage = prepareStage({}, withCache)

const only = (text: string) => new Set([text])

test.for(withTabs(2, 5, 10))(
  'of %i tabs, one that comes back after a sign-out shows nobody in any frame',
  async (count) => {
    await stage.signInUnseen()
    const tabs = await stage.openMany(count, 'sessionchart')
    await allShow(tabs, 'authenticated Ann')
    const [away, other] = tabs as [Tab, Tab]
    const before = away.reads()

    const frames = await framesOfReturn(away, () => other.signOut())

    expect(new Set(frames)).toEqual(only('unauthenticated'))
    await expect.poll(away.reads).toBe(before + 1)
    await allShow(tabs, 'unauthenticated')
  },
)

test('so does one that was left when the sign-out had begun', async () => {
  await stage.signInUnseen()
  const [away, other] = (await stage.openMany(2, 'sessionchart')) as [Tab, Tab]
  await allShow([away, other], 'authenticated Ann')
  const isAsked = createGate()
  const mayAnswer = createGate()
  stage.server.intercept(async ({ path }) => {
    if (!path.startsWith('/api/auth/signout')) return undefined
    isAsked.open()
    await mayAnswer.opened
    return undefined
  })
  const signOut = other.signOut()
  await isAsked.opened

  const frames = await framesOfReturn(away, async () => {
    mayAnswer.open()
    await signOut
  })

  expect(new Set(frames)).toEqual(only('unauthenticated'))
})

test('one that comes back sees no flicker, whatever the others have asked', async () => {
  await stage.signInUnseen()
  const tabs = await stage.openMany(5, 'sessionchart')
  await allShow(tabs, 'authenticated Ann')
  const [away, ...others] = tabs as [Tab, ...Tab[]]
  const before = away.reads()

  const frames = await framesOfReturn(away, async () => {
    for (const tab of others) await tab.getSession()
  })

  expect(new Set(frames)).toEqual(only('authenticated Ann'))
  await expect.poll(away.reads).toBe(before + 1)
})

test('one that was left in the middle of a read keeps nobody waiting, and reads when it is back', async () => {
  await stage.signInUnseen()
  const [away, other] = (await stage.openMany(2, 'sessionchart')) as [Tab, Tab]
  await allShow([away, other], 'authenticated Ann')
  const isAsked = createGate()
  stage.server.intercept(() => {
    isAsked.open()
    return 'hang'
  })
  await away.page.evaluate(() => void window.getSession())
  await isAsked.opened
  stage.server.intercept(null)

  const frames = await framesOfReturn(away, () => other.signOut())

  expect(new Set(frames)).toEqual(only('unauthenticated'))
})

test('one that comes back after a sign-out and a sign-in never shows who was there before', async () => {
  await stage.signInUnseen()
  const [away, other] = (await stage.openMany(2, 'sessionchart')) as [Tab, Tab]
  await allShow([away, other], 'authenticated Ann')

  const frames = await framesOfReturn(away, async () => {
    await other.signOut()
    await other.signIn('bob')
  })

  expect(frames).not.toContain('authenticated Ann')
  await allShow([away, other], 'authenticated Bob')
})

test('one that comes back after another user has signed in shows that one', async () => {
  await stage.signInUnseen()
  const [away, other] = (await stage.openMany(2, 'sessionchart')) as [Tab, Tab]
  await allShow([away, other], 'authenticated Ann')

  await leaveAndReturn(away.page, () => other.signIn('bob'))

  await allShow([away, other], 'authenticated Bob')
})
