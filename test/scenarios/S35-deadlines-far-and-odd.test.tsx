// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { expectOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { ann, type TestSession } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { MINUTE, passTime } from '../support/time'

const DAY = 24 * 60 * MINUTE
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString()
const without = ({ user }: TestSession) => ({ user }) as TestSession

describeEachReactMode(() => {
  test.each([30, 400, 40_000])('does not end a session of %i days early', async (days) => {
    const server = startServer()
    const app = renderApp({ session: { ...ann, expires: inDays(days) } })

    await passTime(10 * MINUTE)

    expect(app.statuses()).toEqual(['authenticated'])
    expectOurs(app.last().state.expiresAt).toBe(Date.parse(inDays(days)) - 10 * MINUTE)
    expect(server.requests).toEqual([])
  })

  test.each([
    ['is missing', without(ann)],
    ['is no date', { ...ann, expires: 'never' }],
    ['is empty', { ...ann, expires: '' }],
    ['is past', { ...ann, expires: '1' }],
    ['is long past', { ...ann, expires: '1999-12-31T00:00:00.000Z' }],
  ])('has no end when it %s as the session arrives', async (_, session) => {
    const server = startServer()
    const app = renderApp({ session })

    await passTime(10 * MINUTE)

    expect(app.statuses()).toEqual(['authenticated'])
    expectOurs(app.last().state).toMatchObject({ expiresAt: null, isExpiring: false })
    expect(server.requests).toEqual([])
  })
})
