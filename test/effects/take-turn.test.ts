import { getEventListeners } from 'node:events'
import type { TurnInput } from 'sessionchart/machines/session'
import { beforeEach, expect, test } from 'vitest'
import type { Surroundings } from '../../src/effects/surroundings'
import { takeTurn } from '../../src/effects/take-turn'
import { wholeEnvironment } from '../support/whole-environment'
import { runEffect } from './run-effect'

const NOW = 1_000
const wanted: TurnInput = { write: null, patienceMs: 1, writePatienceMs: 2 }
const environment = { ...wholeEnvironment, now: () => NOW }

type Tabs = Surroundings['tabs']

let scope: AbortController
let asked: Array<Parameters<Tabs['takeTurn']>>
beforeEach(() => {
  scope = new AbortController()
  asked = []
})
const tabs: Tabs = {
  listen() {},
  takeTurn: (...given) => void asked.push(given),
  ledger: () => ({ epoch: 0 }),
}
const take = () => runEffect(takeTurn, wanted, { life: scope.signal, environment, tabs })

test('asks for the turn at once, and tells the chart of it', () => {
  const { told } = take()

  expect(asked).toHaveLength(1)
  expect(asked[0]?.[0]).toEqual(wanted)
  expect(asked[0]?.[3]).toBe(scope.signal)
  expect(told).toEqual([])

  asked[0]?.[1]('turn.came', { epoch: 7, openSince: 6, readAt: 8 })
  asked[0]?.[1]('turn.lost')
  expect(told).toEqual([
    { type: 'turn.came', at: NOW, epoch: 7, openSince: 6, readAt: 8 },
    { type: 'turn.lost', at: NOW },
  ])
})

test.for(['it is stopped', 'the client ends'])('is over when %s', (how) => {
  const { stop } = take()
  const signal = asked[0]?.[2]
  expect(signal?.aborted).toBe(false)

  if (how === 'it is stopped') stop()
  else scope.abort()

  expect(signal?.aborted).toBe(true)
})

test('leaves nothing on the life of the client after a hundred turns', () => {
  for (let count = 0; count < 100; count += 1) take().stop()

  expect(getEventListeners(scope.signal, 'abort')).toEqual([])
})
