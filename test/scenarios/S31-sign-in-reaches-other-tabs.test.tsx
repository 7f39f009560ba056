// @vitest-environment jsdom
import { signIn, signOut } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { startServer } from '../support/fake-server'
import { openOtherTab, sessionMayHaveChanged } from '../support/other-tab'
import { ann, PASSWORD } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { settle } from '../support/time'

// Here the other tab runs next-auth. Those with sessionchart: `test/many-tabs`.
describeEachReactMode(() => {
  test('tells the other tabs that somebody has signed in without leaving the page', async () => {
    startServer()
    const app = renderApp({ session: null })
    const otherTab = openOtherTab()

    void signIn('credentials', { redirect: false, username: 'bob', password: PASSWORD })
    await settle()

    expect(app.last().data).toHaveProperty('user.name', 'bob')
    expect(otherTab.heard).toContainEqual(expect.objectContaining({ event: 'session' }))
  })

  test('tells the other tabs that somebody has signed out without leaving the page', async () => {
    startServer({ session: ann })
    const app = renderApp({ session: ann })
    const otherTab = openOtherTab()

    void signOut({ redirect: false })
    await settle()

    expect(app.last().status).toBe('unauthenticated')
    expect(otherTab.heard).toContainEqual(expect.objectContaining({ event: 'session' }))
  })

  test('shows a sign-in of which another tab tells, without a reload', async () => {
    const server = startServer({ session: null })
    const app = renderApp({ session: null })
    await settle()
    server.session = ann

    openOtherTab().say(sessionMayHaveChanged)
    await settle()

    expect(app.statuses()).toEqual(['unauthenticated', 'authenticated'])
    expect(app.last().data).toEqual(ann)
  })
})
