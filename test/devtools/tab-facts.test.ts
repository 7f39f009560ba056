import type { Recording } from 'sessionchart/inspect'
import { describe, expect, test } from 'vitest'
import { tabFacts } from '../../src/devtools/views/tab-facts'
import { proceed, takeWithTabs } from '../machines/chart'
import { fact, otherAnswered, refetch, signIn, turn, update } from '../machines/events'
import { ann, LATER, type SessionSnapshot } from '../machines/fixtures'
import * as situation from '../machines/situations'

type Event = { type: string; from?: string }
const recorded = (...parts: Array<Array<[at: number, event: Event]>>) =>
  ({
    parts: parts.map((steps) => ({ steps: steps.map(([at, event]) => ({ at, event })) })),
  }) as unknown as Recording
const nothing = recorded()
const queued = takeWithTabs(situation.idle, refetch('focus')).snapshot

test('lists the tabs that were heard of with what they said last, the latest first', () => {
  const recording = recorded(
    [
      [1, { type: 'otherTab.asked', from: 'tab 2' }],
      [2, { type: 'otherTab.answered', from: 'tab 3' }],
      [3, { type: 'network.lost', from: 'tab 4' }],
    ],
    [
      [4, { type: 'otherTab.began', from: 'tab 2' }],
      // One of next-auth has no name.
      [5, { type: 'otherTab.changed' }],
    ],
  )

  expect(tabFacts(situation.idle, recording).others).toEqual([
    { name: 'tab 2', at: 4, said: 'began' },
    { name: 'tab 3', at: 2, said: 'answered' },
  ])
})

test.each<[string, SessionSnapshot]>([
  ['nobody yet', situation.idle],
  ['this tab', situation.answered],
  ['another tab', proceed(situation.idle, otherAnswered(ann))],
])('says that %s was answered last', (who, snapshot) => {
  expect(tabFacts(snapshot, nothing).lastAnswered).toBe(who)
})

describe('the turn', () => {
  test.each<[string, SessionSnapshot]>([
    ['a read', queued],
    ['an update', takeWithTabs(situation.idle, update('u1')).snapshot],
    ['a sign-in', takeWithTabs(situation.idle, signIn('s1')).snapshot],
  ])('is waited for by %s', (_, snapshot) => {
    expect(tabFacts(snapshot, nothing).turn).toBe('waits')
  })

  test.each<[string, SessionSnapshot]>([
    ['a read', situation.reading],
    ['a read that asks another tab first', inquiring()],
    ['an update', situation.updating],
    ['a sign-in', situation.signingIn],
  ])('is there for %s', (_, snapshot) => {
    expect(tabFacts(snapshot, nothing).turn).toBe('has it')
  })

  test('is nothing to a tab that asks nobody', () => {
    expect(tabFacts(situation.waiting, nothing).turn).toBe('none')
  })
})

test('says whether others are heard', () => {
  expect(tabFacts(situation.idle, nothing).hears).toBe(true)
  expect(tabFacts(proceed(situation.idle, fact('tabs.unavailable')), nothing).hears).toBe(false)
})

function inquiring(): SessionSnapshot {
  const loading = takeWithTabs(situation.loading, fact('turn.lost')).snapshot
  return takeWithTabs(loading, turn({ readAt: LATER - 100 })).snapshot
}
