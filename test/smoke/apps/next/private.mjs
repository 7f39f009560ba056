import assert from 'node:assert/strict'
import { check } from '../report.mjs'

/** A page that the server sends to nobody who is signed out. */
export async function checkPrivate(visit) {
  const comeBack = async () => {
    await visit.page.waitForURL(({ pathname }) => pathname === '/sign-in')
    await visit.settles()
    await visit.page.getByLabel('Name').fill('ann')
    await visit.page.getByLabel('Password').fill('right')
    await visit.press('Sign in')
    await visit.says('Only Ann is sent this line.')
    assert.equal(new URL(visit.page.url()).pathname, '/private')
    visit.expectQuiet()
  }

  await check('private: goes to the sign-in page before anything is sent, and comes back', async () => {
    await visit.leave()
    assert.doesNotMatch(await visit.html('/private'), /sent this line/)
    await visit.page.goto('/private')
    await comeBack()
  })

  await check('sign-in page: comes back to the first of two addresses', async () => {
    await visit.leave()
    await visit.page.goto('/sign-in?callbackUrl=/private&callbackUrl=/members')
    await comeBack()
  })
}
