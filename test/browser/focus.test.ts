import { expect, test } from 'vitest'
import { describeEachServer } from './stage'

describeEachServer((stage) => {
  test('sees on its return to the tab that the session has ended', async () => {
    await stage.signInUnseen()
    const tab = await stage.openTab('/?refetchLimit=0')
    await tab.shows({ status: 'authenticated' })

    await tab.turn('hidden')
    await stage.context.clearCookies()
    await tab.turn('visible')

    await tab.shows({ status: 'unauthenticated', cause: 'server' })
    expect(tab.reads()).toBe(2)
  })

  test('sees on its return to the tab that somebody has signed in', async () => {
    const tab = await stage.openTab('/?refetchLimit=0')
    await tab.shows({ status: 'unauthenticated' })

    await tab.turn('hidden')
    await stage.signInUnseen()
    await tab.turn('visible')

    await tab.shows({ status: 'authenticated', name: 'Ann', cause: 'server' })
    expect(tab.reads()).toBe(2)
  })

  test('does not look when the tab is hidden', async () => {
    const tab = await stage.openTab('/?refetchLimit=0')
    await tab.shows({ status: 'unauthenticated' })
    await stage.signInUnseen()

    await tab.turn('hidden')
    expect(tab.reads()).toBe(1)
    // What comes now comes after all that the event has caused.
    await tab.press('Read again')

    await tab.shows({ status: 'authenticated' })
    expect(tab.reads()).toBe(2)
  })
})
