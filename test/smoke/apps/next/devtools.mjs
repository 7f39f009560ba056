import assert from 'node:assert/strict'
import { check } from '../report.mjs'

/** The app has not installed the package of Stately's inspector. */
async function expectNoInspector(visit) {
  await visit.press('Inspect')
  await visit.says('the Stately inspector needs a package that is not there')
}

const panelButton = (visit) => visit.page.getByRole('button', { name: /^Open the session devtools/ })

export async function checkNoDevtools(visit) {
  await check('devtools: are nothing in production, and the inspector says what it lacks', async () => {
    await visit.open('/devtools')
    await visit.heading('Devtools')
    await expectNoInspector(visit)
    assert.equal(await panelButton(visit).count(), 0)
    visit.expectQuiet()
  })
}

export async function checkDevtools(visit) {
  await check('dev, devtools: open and say who is signed in and why', async () => {
    await visit.leave()
    await visit.open('/devtools')
    await expectNoInspector(visit)
    await panelButton(visit).click()
    await visit.page.getByRole('region', { name: 'Session devtools' }).waitFor()
    await visit.says(/^Signed out\. The (app|server) said so /)
    visit.expectQuiet()
  })
}
