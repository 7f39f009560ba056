// @vitest-environment jsdom
import { useSession } from 'sessionchart/react'
import { expect, test, vi } from 'vitest'
import { renderApp } from '../support/app'
import { fakeLocation } from '../support/browser'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { outages } from '../support/replies'
import { MINUTE, passTime } from '../support/time'

const statuses: string[] = []

function MembersOnly({ onUnauthenticated }: { onUnauthenticated?: () => void }) {
  statuses.push(useSession({ required: true, ...(onUnauthenticated && { onUnauthenticated }) }).status)
  return null
}

describeEachReactMode(() => {
  test.each(outages)('stays on the page when a refetch fails with $what', async (outage) => {
    listenForNoise()
    statuses.length = 0
    const location = fakeLocation()
    const server = startServer({ session: ann })
    renderApp({ session: ann, refetchInterval: 60 }, <MembersOnly />)

    server.answerOnce('GET /session', outage.reply)
    await passTime(2 * MINUTE)

    expect(server.count('GET /session')).toBeGreaterThanOrEqual(2)
    expect(location.visited).toEqual([])
    expect(new Set(statuses)).toEqual(new Set(['authenticated']))

    server.session = null
    await passTime(MINUTE)
    expect(location.visited).toHaveLength(1)
  })

  test.each(outages)('does not call back when a refetch fails with $what', async (outage) => {
    listenForNoise()
    const location = fakeLocation()
    const onUnauthenticated = vi.fn()
    const server = startServer({ session: ann })
    renderApp({ session: ann, refetchInterval: 60 }, <MembersOnly onUnauthenticated={onUnauthenticated} />)

    server.answerOnce('GET /session', outage.reply)
    await passTime(2 * MINUTE)

    expect(server.count('GET /session')).toBeGreaterThanOrEqual(2)
    expect(onUnauthenticated).not.toHaveBeenCalled()

    server.session = null
    await passTime(MINUTE)
    expect(onUnauthenticated).toHaveBeenCalledTimes(1)
    expect(location.visited).toEqual([])
  })
})
