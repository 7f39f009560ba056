import assert from 'node:assert/strict'
import { check } from '../report.mjs'

const pages = [
  { how: 'server action that comes back', path: '/actions' },
  { how: 'server action that stays', path: '/stay' },
]

/** What a server action changes shows in `useSession` without a reload (next-auth #9504; S32). */
export async function checkServerActions(visit) {
  const fill = async (submit, password) => {
    const form = visit.page.locator('form', { has: visit.button(submit) })
    await form.getByLabel('Name').fill('ann')
    await form.getByLabel('Password').fill(password)
    await visit.press(submit)
    return form
  }
  /** The statuses would begin anew with a reload. */
  const expectChange = async (...statuses) => {
    await visit.settles()
    assert.deepEqual(await visit.statuses(), statuses)
    assert.ok(visit.reads() <= 1, `${visit.reads()} reads`)
    visit.expectQuiet()
  }

  for (const { how, path } of pages) {
    await check(`${how}: a wrong password changes nothing, and keeps the name in the form`, async () => {
      await visit.leave()
      await visit.open(path)
      const form = await fill('Sign in', 'wrong')
      await visit.says('Wrong name or password.')
      await visit.shows('unauthenticated')
      assert.equal(await form.getByLabel('Name').inputValue(), 'ann')
      assert.equal(visit.reads(), 0)
      visit.expectQuiet()
    })

    await check(`${how}: signs in, and every component knows`, async () => {
      await fill('Sign in', 'right')
      await visit.shows('authenticated Ann')
      await visit.says('The browser sees Ann.')
      await visit.says('The server sees Ann.')
      await expectChange('unauthenticated', 'authenticated')
    })

    await check(`${how}: signs out, and every component knows`, async () => {
      await visit.open(path)
      await visit.press('Sign out')
      await visit.shows('unauthenticated')
      await visit.says('The browser sees nobody.')
      await visit.says('The server sees nobody.')
      await expectChange('authenticated', 'unauthenticated')
    })
  }

  await check('server action: signs in and goes to another page, and every component knows', async () => {
    await visit.open('/actions')
    await fill('Sign in and go', 'right')
    await visit.page.waitForURL('**/members')
    await visit.shows('authenticated Ann')
    await visit.says('Welcome, Ann.')
    await expectChange('unauthenticated', 'authenticated')
  })

  await check('server action: signs out and goes to another page, and every component knows', async () => {
    await visit.open('/actions')
    await visit.press('Sign out and go')
    await visit.page.waitForURL((url) => url.pathname === '/')
    await visit.shows('unauthenticated')
    await visit.says('Please sign in')
    await expectChange('authenticated', 'unauthenticated')
  })
}
