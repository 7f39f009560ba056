import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { Follower } from '../../src/follower'

const listeners = (...parents: AbortController[]) =>
  parents.map(({ signal }) => getEventListeners(signal, 'abort').length)

test('aborts with the first of its parents, for the same reason, and leaves the others', () => {
  const [one, other] = [new AbortController(), new AbortController()]
  const follower = new Follower(one.signal, undefined, other.signal)
  expect(listeners(one, other)).toEqual([1, 1])

  one.abort('enough')

  expect(follower.signal.reason).toBe('enough')
  expect(listeners(one, other)).toEqual([0, 0])
})

test('leaves all of them when it is not needed any more', () => {
  const [one, other] = [new AbortController(), new AbortController()]
  const follower = new Follower(one.signal, other.signal)

  follower.leave()

  expect(listeners(one, other)).toEqual([0, 0])
  one.abort()
  expect(follower.signal.aborted).toBe(false)
})

test('is aborted from the start by a parent that is, and hangs on no other', () => {
  const [gone, one] = [new AbortController(), new AbortController()]
  gone.abort('gone')

  expect(new Follower(gone.signal, one.signal).signal.reason).toBe('gone')
  expect(new Follower(one.signal, gone.signal).signal.reason).toBe('gone')
  expect(listeners(one)).toEqual([0])
})
