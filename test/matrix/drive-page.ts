import { expect } from 'vitest'
import type { Tab } from '../browser/tab'

/** Uses the app of `apps/bundlers` as a visitor would: signs in and out, here and by way of another page, and inspects. */
export async function drivePage(tab: Tab): Promise<void> {
  const { page } = tab
  const members = page.getByText('Only for members')

  await tab.shows({ status: 'unauthenticated', cause: 'server', error: 'none' })
  await tab.signIn('wrong')
  await page.getByText('Refused: CredentialsSignin').waitFor()
  await tab.signIn()
  await tab.shows({ status: 'authenticated', name: 'Ann', cause: 'signed-in' })
  await members.waitFor()

  await tab.press('Inspect')
  const panel = page.getByRole('region', { name: 'Session devtools' })
  await panel.getByRole('tab').first().waitFor()
  for (const view of await panel.getByRole('tab').all()) await view.click()

  await page.reload()
  await tab.shows({ status: 'authenticated', name: 'Ann', cause: 'server' })
  await tab.press('Sign out')
  await tab.shows({ status: 'unauthenticated', name: 'nobody', cause: 'signed-out' })
  expect(await members.count()).toBe(0)

  await page.getByLabel('Leave').check()
  await tab.signIn()
  await page.waitForURL('**/?from=sign-in')
  await tab.shows({ status: 'authenticated', name: 'Ann' })
  await tab.press('Sign out and leave')
  await page.waitForURL('**/?from=sign-out')
  await tab.shows({ status: 'unauthenticated' })
}
