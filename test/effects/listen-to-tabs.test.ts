import { beforeEach, expect, test } from 'vitest'
import { listenToTabs } from '../../src/effects/listen-to-tabs'
import type { Surroundings } from '../../src/effects/surroundings'
import type { Tell } from '../../src/effects/tell'
import { wholeEnvironment } from '../support/whole-environment'
import { runEffect } from './run-effect'

const NOW = 1_000
const environment = { ...wholeEnvironment, now: () => NOW }

let scope: AbortController
let asked: Array<{ tell: Tell; signal: AbortSignal }>
beforeEach(() => {
  scope = new AbortController()
  asked = []
})
const tabs: Surroundings['tabs'] = {
  listen: (tell, signal) => void asked.push({ tell, signal }),
  takeTurn() {},
  ledger: () => ({ epoch: 0 }),
}
const listen = () => runEffect(listenToTabs, {}, { life: scope.signal, environment, tabs })

test('tells the chart what is heard of other tabs, and when', () => {
  const { told } = listen()
  expect(asked).toHaveLength(1)

  asked[0]?.tell('otherTab.began', { from: 'other', epoch: 7 })

  expect(told).toEqual([{ type: 'otherTab.began', at: NOW, from: 'other', epoch: 7 }])
})

test.for(['it is stopped', 'the client ends'])('hears nobody any more when %s', (how) => {
  const { stop } = listen()
  expect(asked[0]?.signal.aborted).toBe(false)

  if (how === 'it is stopped') stop()
  else scope.abort()

  expect(asked[0]?.signal.aborted).toBe(true)
})
