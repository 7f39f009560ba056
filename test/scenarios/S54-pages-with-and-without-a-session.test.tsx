// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { expectOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { ann, copyOf } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { passTime, SECOND, settle } from '../support/time'

const CHANGES = 6

/** What `getServerSideProps` of the next page gives: an equal object, whose end has moved on. */
const servedLater = (page: number) => ({ ...copyOf(ann), expires: `2099-01-0${page + 1}T00:00:00.000Z` })

describeEachReactMode(() => {
  test('reads nothing when pages with a session and pages without one take turns', async () => {
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann })

    for (let page = 0; page < CHANGES; page++) {
      app.rerender({ session: undefined })
      await passTime(SECOND)
      app.rerender({ session: page % 2 ? copyOf(ann) : ann })
      await passTime(SECOND)
    }

    expect(server.requests).toEqual([])
    expect(app.statuses()).toEqual(['authenticated'])
    expect(new Set(app.renders.map(({ data }) => data))).toEqual(new Set([ann]))
  })

  test('reads nothing when each page brings a session that ends a little later', async () => {
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann })

    for (let page = 0; page < CHANGES; page++) {
      app.rerender({})
      await passTime(SECOND)
      app.rerender({ session: servedLater(page) })
      await passTime(SECOND)
    }

    expect(server.requests).toEqual([])
    expect(app.statuses()).toEqual(['authenticated'])
  })

  test('reads once when the first page has no session, and not again on pages that have it', async () => {
    const server = startServer({ session: ann })
    const app = renderApp({})
    await settle()
    const before = server.count('GET /session')
    expectOurs(before).toBe(1)

    for (let page = 0; page < CHANGES; page++) {
      app.rerender({ session: copyOf(ann) })
      await passTime(SECOND)
      app.rerender({})
      await passTime(SECOND)
    }

    expect(server.count('GET /session') - before).toBe(0)
    expect(app.statuses()).toEqual(['loading', 'authenticated'])
  })

  test('stays signed out without a read on pages with null and pages without a session', async () => {
    const server = startServer({ session: null })
    const app = renderApp({ session: null })

    for (let page = 0; page < CHANGES; page++) {
      app.rerender({})
      await passTime(SECOND)
      app.rerender({ session: null })
      await passTime(SECOND)
    }

    expect(server.requests).toEqual([])
    expect(app.statuses()).toEqual(['unauthenticated'])
  })
})
