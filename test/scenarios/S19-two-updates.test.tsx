// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { byNow } from '../support/by-now'
import { expectOurs } from '../support/compared'
import { type FakeServer, startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann, type TestSession } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { json } from '../support/replies'
import { settle } from '../support/time'

const withStep = (step: number): TestSession => ({ ...ann, user: { ...ann.user, step } })

/** Answers posts one by one by hand, and counts how many are out at once. */
function answerByHand(server: FakeServer) {
  const out: Array<() => void> = []
  let most = 0
  server.answer('POST /session', async (request) => {
    await new Promise<void>((resolve) => {
      out.push(resolve)
      most = Math.max(most, out.length)
    })
    server.session = withStep((request.fields.data as { step: number }).step)
    return json(server.session)(request)
  })
  return {
    mostAtOnce: () => most,
    async answerNext() {
      await settle()
      out.shift()?.()
      await settle()
    },
  }
}

const postedSteps = (server: FakeServer) =>
  server.requests
    .filter(({ route }) => route === 'POST /session')
    .map(({ fields }) => (fields.data as { step: number }).step)

describeEachReactMode(() => {
  test('sends two updates of one tick one after the other', async () => {
    const server = startServer({ session: ann })
    const posts = answerByHand(server)
    const app = renderApp({ session: ann })

    const results = Promise.all([app.last().update({ step: 1 }), app.last().update({ step: 2 })])
    await settle()
    expect(postedSteps(server)).toEqual([1])
    await posts.answerNext()
    expect(postedSteps(server)).toEqual([1, 2])
    await posts.answerNext()

    await expect(byNow(results)).resolves.toEqual([withStep(1), withStep(2)])
    expect(posts.mostAtOnce()).toBe(1)
    expect(app.last().data).toEqual(withStep(2))
    expect(app.statuses()).toEqual(['authenticated'])
  })

  test('sends an update after the one that is running', async () => {
    const server = startServer({ session: ann })
    const posts = answerByHand(server)
    const app = renderApp({ session: ann })

    const first = app.last().update({ step: 1 })
    await settle()
    const second = app.last().update({ step: 2 })
    const third = app.last().update({ step: 3 })
    await posts.answerNext()
    await expect(byNow(first)).resolves.toEqual(withStep(1))
    await posts.answerNext()
    await posts.answerNext()

    await expect(byNow(Promise.all([second, third]))).resolves.toEqual([withStep(2), withStep(3)])
    expect(postedSteps(server)).toEqual([1, 2, 3])
    expect(posts.mostAtOnce()).toBe(1)
    expect(app.last().data).toEqual(withStep(3))
    expectOurs(app.last().state.isUpdating).toBe(false)
  })

  test('sends the second update although the first one fails', async () => {
    listenForNoise()
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann })
    server.answerOnce('POST /session', json({ message: 'Internal' }, 500))

    const results = Promise.all([app.last().update({ step: 1 }), app.last().update({ step: 2 })])
    await settle()

    await expect(results).resolves.toEqual([null, withStep(2)])
    expect(app.last().data).toEqual(withStep(2))
    expectOurs(app.last().state.error).toBeNull()
  })

  test('reads for update() without data after the update that is running', async () => {
    const server = startServer({ session: ann })
    const posts = answerByHand(server)
    const app = renderApp({ session: ann })

    const withData = app.last().update({ step: 1 })
    await settle()
    const without = app.last().update()
    await settle()
    expect(server.count('GET /session')).toBe(0)
    await posts.answerNext()

    await expect(byNow(Promise.all([withData, without]))).resolves.toEqual([withStep(1), withStep(1)])
    expect(server.routes()).toEqual(['GET /csrf', 'POST /session', 'GET /session'])
  })

  test('gives both of two update() in one tick the session', async () => {
    const server = startServer({ session: withStep(1) })
    const app = renderApp({ session: ann })

    const results = Promise.all([app.last().update(), app.last().update()])
    await settle()

    await expect(results).resolves.toEqual([withStep(1), withStep(1)])
    expectOurs(server.count('GET /session')).toBe(1)
  })
})
