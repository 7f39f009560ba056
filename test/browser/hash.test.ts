import { expect, test } from 'vitest'
import { describeEachServer } from './stage'

describeEachServer((stage) => {
  const loadsOf = (path: string) => stage.site.requests.filter((request) => request.path === path)

  test('loads the page again when a sign-in leads to a hash of the same document', async () => {
    const tab = await stage.openTab('/members#top')
    await tab.fill({ 'Then go to': '/members#news' })

    await tab.signIn()

    await tab.shows({ status: 'authenticated', cause: 'server', statuses: 'loading → authenticated' })
    expect(new URL(tab.page.url()).hash).toBe('#news')
    expect(loadsOf('/members')).toHaveLength(2)
  })

  test('loads another document once when a sign-in leads to a hash of it', async () => {
    const tab = await stage.openTab('/#top')
    await tab.fill({ 'Then go to': '/members#news' })

    await tab.signIn()

    await tab.shows({ status: 'authenticated', cause: 'server' })
    await tab.page.waitForLoadState('networkidle')
    expect(tab.visited).toEqual(['/#top', '/members#news'])
    expect(loadsOf('/members')).toHaveLength(1)
  })

  test('loads the page again when a sign-out leads to a hash of the same document', async () => {
    await stage.signInUnseen()
    const tab = await stage.openTab('/members')
    await tab.shows({ status: 'authenticated' })
    await tab.fill({ 'Then go to': '/members#top' })

    await tab.press('Sign out')

    await tab.shows({ status: 'unauthenticated', cause: 'server', statuses: 'loading → unauthenticated' })
    expect(new URL(tab.page.url()).hash).toBe('#top')
    expect(loadsOf('/members')).toHaveLength(2)
  })
})
