import { check } from '../report.mjs'

/** Whoever is signed out is sent to the sign-in page, and comes back. */
export async function checkRequired(
  visit,
  { path = '/members', signInPage = '**/sign-in?*', submit = 'Sign in' } = {},
) {
  await check(`required: goes from ${path} to the sign-in page and comes back`, async () => {
    await visit.leave()
    await visit.page.goto(path)
    await visit.page.waitForURL(signInPage)
    await visit.page.waitForLoadState()
    await visit.page.getByLabel('Name').fill('ann')
    await visit.page.getByLabel('Password').fill('right')
    await visit.press(submit)
    await visit.page.waitForURL(`**${path}`)
    await visit.says('Welcome, Ann.')
    visit.expectQuiet()
  })

  await check(`required: stays on ${path} for who is signed in`, async () => {
    await visit.open(path)
    await visit.says('Welcome, Ann.')
    visit.expectQuiet()
  })
}
