// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { expectOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { openOtherTab, sessionMayHaveChanged } from '../support/other-tab'
import { ann, bob } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { settle } from '../support/time'

// That tabs tell each other is for the browser to show: `test/many-tabs`. Here the other tab runs next-auth.
describeEachReactMode(() => {
  test('shows who has signed in in another tab, and never a mix of the two', async () => {
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann })
    await settle()
    server.session = bob

    openOtherTab().say(sessionMayHaveChanged)
    await settle()

    expect(app.last().data).toEqual(bob)
    expect(app.statuses()).toEqual(['authenticated'])
    for (const { data } of app.renders) expect([ann, bob]).toContainEqual(data)
    expectOurs(app.last().state.cause).toMatchObject({ type: 'user-changed' })
  })
})
