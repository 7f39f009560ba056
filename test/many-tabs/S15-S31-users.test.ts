import { expect, test } from 'vitest'
import { withTabs } from './how-many'
import { allShow, prepareStage } from './stage'

const stage = prepareStage()

test.for(withTabs(2, 5, 10, 20))('%i tabs learn of sign-ins and sign-outs of any of them', async (count) => {
  const tabs = await stage.openMany(count, 'sessionchart')
  await allShow(tabs, 'unauthenticated')
  const before = stage.reads()

  await tabs[0]?.signIn('ann')
  await allShow(tabs, 'authenticated Ann')
  await tabs[1]?.signIn('bob')
  await allShow(tabs, 'authenticated Bob')
  await tabs[count - 1]?.signOut()
  await allShow(tabs, 'unauthenticated')
  await tabs[0]?.signIn('bob')
  await allShow(tabs, 'authenticated Bob')

  // The read at the end of each sign-in, and none of the others.
  expect(stage.reads() - before).toBe(3)
  // Never a mix, and nothing in between.
  for (const shown of await Promise.all(tabs.map((tab) => tab.everShown()))) {
    expect(shown.slice(shown.indexOf('unauthenticated'))).toEqual([
      'unauthenticated',
      'authenticated Ann',
      'authenticated Bob',
      'unauthenticated',
      'authenticated Bob',
    ])
  }
})

test('a tab whose sign-out fails lets the others go on', async () => {
  await stage.signInUnseen()
  const tabs = await stage.openMany(3, 'sessionchart')
  await allShow(tabs, 'authenticated Ann')
  stage.server.intercept(({ path }) => (path.includes('signout') ? 'destroy' : undefined))

  await tabs[0]?.signOut()
  stage.server.intercept(null)
  await tabs[1]?.getSession()

  await allShow(tabs, 'authenticated Ann')
  for (const tab of tabs) expect(await tab.everShown()).toEqual(['loading', 'authenticated Ann'])
})
