import { describe, expect, test } from 'vitest'
import { timesIn } from '../../src/wire/times'

const NOON = Date.parse('2030-01-01T12:00:00.000Z')
const inHeader = (at: number) => new Date(at).toUTCString()
const read = (headers: Record<string, string>, sentAt = NOON, receivedAt = NOON + 400) =>
  timesIn(new Headers(headers), sentAt, receivedAt)

describe('the clock of the server', () => {
  test('is known to the second, and to the time that the answer took', () => {
    expect(read({ Date: inHeader(NOON) })).toEqual({ clock: { min: -400, max: 999 } })
  })

  test('may be ahead, or behind', () => {
    expect(read({ Date: inHeader(NOON + 3_600_000) })).toEqual({ clock: { min: 3_599_600, max: 3_600_999 } })
    expect(read({ Date: inHeader(NOON - 3_600_000) })).toEqual({
      clock: { min: -3_600_400, max: -3_599_001 },
    })
  })

  test.each([
    ['there is no date', {}],
    ['it is no date', { Date: 'today' }],
    ['a cache has answered', { Date: inHeader(NOON), Age: '0' }],
  ])('is unknown when %s', (_, headers) => {
    expect(read(headers)).toEqual({})
  })

  test.each([
    ['no headers', undefined],
    ['headers that are a plain object', { date: inHeader(NOON) }],
  ])('is unknown to a stand-in for fetch with %s', (_, headers) => {
    expect(timesIn(headers as never, NOON, NOON)).toEqual({})
  })
})

describe('the pause that a server wants', () => {
  test.each([
    ['120', 120_000],
    ['0.5', 500],
    [inHeader(NOON + 60_000), 59_600],
  ])('is in Retry-After: %s', (retryAfter, retryAfterMs) => {
    expect(read({ 'Retry-After': retryAfter })).toEqual({ retryAfterMs })
  })

  test('is counted by the clock of the server when that is known', () => {
    const ahead = NOON + 3_600_000
    const headers = { Date: inHeader(ahead), 'Retry-After': inHeader(ahead + 60_000) }
    expect(read(headers)).toMatchObject({ retryAfterMs: 60_000 })
  })

  test.each(['0', '-5', 'soon', '', inHeader(NOON - 1_000)])('is none in Retry-After: %s', (retryAfter) => {
    expect(read({ 'Retry-After': retryAfter })).toEqual({})
  })
})
