import { sessionMachine } from 'sessionchart/machines'
import { transitionCoverage } from 'sessionchart/testing'
import { expect, test } from 'vitest'
import { proceed } from './chart'
import { fact, update } from './events'
import { ann, polling, pollingOnline, type SessionSnapshot, start } from './fixtures'
import { navigated, readingForMore, resting, unreachable } from './situations'
import { randomNumbers } from './walk/random'
import { failureOf, shrink } from './walk/shrink'
import { NUMBERS_PER_EVENT } from './walk/walk'

const WALKS = 1_000
const EVENTS = 80

const coverage = transitionCoverage(sessionMachine)
const starts = [
  () => start().snapshot,
  () => start({ session: ann, settings: polling }).snapshot,
  () => proceed(start({ session: null }).snapshot, fact('tab.becameHidden')),
  () => proceed(start({ settings: pollingOnline }).snapshot, fact('network.lost')),
  () => proceed(start().snapshot, update('u0')),
  () => readingForMore,
  () => navigated,
  () => resting,
  () => start({ memory: unreachable.context, settings: polling }).snapshot,
]

test(`every invariant holds on ${WALKS} random walks, which take every transition`, {
  timeout: 180_000,
}, () => {
  for (let seed = 1; seed <= WALKS; seed++) {
    const begin = starts[seed % starts.length]?.() as SessionSnapshot
    const choices = randomNumbers(seed, EVENTS * NUMBERS_PER_EVENT)
    const failure = failureOf(begin, choices)
    if (failure) throw new Error(`Seed ${seed}. ${shrink(begin, choices, failure).message}`)
  }
  expect(coverage.untaken(), coverage.report()).toEqual([])
})
