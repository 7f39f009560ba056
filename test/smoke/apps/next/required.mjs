import { check } from '../report.mjs'

/** Whoever is signed out is sent to the sign-in page, and comes back. */
export async function checkRequired(visit, { signInPage = '**/sign-in?*', submit = 'Sign in' } = {}) {
  await check('required: goes to the sign-in page and comes back', async () => {
    await visit.leave()
    await visit.page.goto('/members')
    await visit.page.waitForURL(signInPage)
    await visit.page.waitForLoadState()
    await visit.page.getByLabel('Name').fill('ann')
    await visit.page.getByLabel('Password').fill('right')
    await visit.press(submit)
    await visit.page.waitForURL('**/members')
    await visit.says('Welcome, Ann.')
    visit.expectQuiet()
  })

  await check('required: stays where it is for who is signed in', async () => {
    await visit.open('/members')
    await visit.says('Welcome, Ann.')
    visit.expectQuiet()
  })
}
