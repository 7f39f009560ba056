import { expect, test } from 'vitest'
import { describeEachServer } from './stage'

describeEachServer((stage) => {
  test('signs in with a password without leaving the page', async () => {
    const tab = await stage.openTab()
    await tab.shows({ status: 'unauthenticated', name: 'nobody', cause: 'server' })

    await tab.signIn()

    await tab.shows({
      status: 'authenticated',
      name: 'Ann',
      cause: 'signed-in',
      statuses: 'loading → unauthenticated → authenticated',
    })
    expect(tab.visited).toEqual(['/'])
  })

  test('signs in with a password and goes to another page', async () => {
    const tab = await stage.openTab()
    await tab.fill({ 'Then go to': '/members?from=sign-in' })

    await tab.signIn()

    await tab.shows({
      status: 'authenticated',
      name: 'Ann',
      cause: 'server',
      statuses: 'loading → authenticated',
    })
    expect(tab.visited).toEqual(['/', '/members?from=sign-in'])
  })

  test('stays signed in over a reload', async () => {
    const tab = await stage.openTab()
    await tab.signIn()
    await tab.shows({ status: 'authenticated' })

    await tab.page.reload()

    await tab.shows({
      status: 'authenticated',
      name: 'Ann',
      cause: 'server',
      statuses: 'loading → authenticated',
    })
  })

  test('refuses a wrong password and says so', async () => {
    const tab = await stage.openTab()

    await tab.signIn('wrong')

    await tab.page.getByText('Refused: CredentialsSignin').waitFor()
    await tab.shows({ status: 'unauthenticated', statuses: 'loading → unauthenticated', error: 'none' })
    expect(tab.visited).toEqual(['/'])
  })

  test('takes a wrong password to the page of the server that says so', async () => {
    const tab = await stage.openTab()
    await tab.fill({ 'Then go to': '/members' })

    await tab.signIn('wrong')

    await tab.page.waitForURL('**/api/auth/signin?*error=CredentialsSignin*')
    await tab.page.goto('/')
    await tab.shows({ status: 'unauthenticated' })
  })
})
