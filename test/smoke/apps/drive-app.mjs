import assert from 'node:assert/strict'
import { check } from './report.mjs'

/**
 * Signs in and out on a page as a visitor would.
 *
 * @param {{ how: string, path: string, isSeeded: boolean, refusal?: RegExp }} app `isSeeded`: the server puts the
 * session into the page. `refusal`: what the browser says of a sign-in that is refused, by itself.
 */
export async function driveApp(visit, { how, path, isSeeded, refusal }) {
  const reads = isSeeded ? 0 : 1
  const afterReads = isSeeded ? 'without a read' : 'with one read'

  await check(`${how}: shows that nobody is signed in, ${afterReads}`, async () => {
    await visit.open(path)
    await visit.shows('unauthenticated')
    await visit.page.getByText('Please sign in').waitFor()
    assert.equal(visit.reads(), reads)
    visit.expectQuiet()
  })

  await check(`${how}: refuses a wrong password, and keeps the name in the form`, async () => {
    await visit.signIn('wrong')
    await visit.page.getByText('Refused: CredentialsSignin').waitFor()
    await visit.shows('unauthenticated')
    assert.equal(await visit.page.getByLabel('Name', { exact: true }).inputValue(), 'ann')
    visit.expectComplaints(...(refusal ? [refusal] : []))
  })

  await check(`${how}: signs in without leaving the page`, async () => {
    await visit.signIn('right')
    await visit.shows('authenticated Ann')
    await visit.page.getByText('Only for members').waitFor()
    visit.expectQuiet()
  })

  await check(`${how}: stays signed in over a reload, ${afterReads}`, async () => {
    await visit.open(path)
    await visit.shows('authenticated Ann')
    assert.equal(visit.reads(), reads)
    visit.expectQuiet()
  })

  await check(`${how}: signs out without leaving the page`, async () => {
    await visit.press('Sign out')
    await visit.shows('unauthenticated')
    await visit.page.getByText('Only for members').waitFor({ state: 'detached' })
    await visit.open(path)
    await visit.shows('unauthenticated')
    visit.expectQuiet()
  })

  await check(`${how}: signs in and out by way of another page`, async () => {
    await visit.signIn('right', { stay: false })
    await visit.page.waitForURL('**/?from=sign-in')
    await visit.shows('authenticated Ann')
    await visit.press('Sign out and leave')
    await visit.page.waitForURL('**/?from=sign-out')
    await visit.shows('unauthenticated')
    visit.expectQuiet()
  })
}
