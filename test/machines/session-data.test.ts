import { deadlineOf, failureOf, seedMemory } from 'sessionchart/machines'
import { describe, expect, test } from 'vitest'
import { backOffMs } from '../../machines/back-off'
import { saysTheSame, shareStructure } from '../../machines/structural-sharing'
import { ANN, ann, annLonger, annRenamed, bob, END, NOW } from './fixtures'

describe('the deadline of a session', () => {
  test('is when it expires', () => expect(deadlineOf(ann, NOW)).toBe(END))

  test('is none without a session, and none when expires is missing, unreadable or no text', () => {
    expect(deadlineOf(null, NOW)).toBeNull()
    for (const expires of [undefined, null, '', 'soon', 1, 2040, END, {}, []]) {
      expect(deadlineOf({ ...ann, expires }, NOW)).toBeNull()
    }
  })

  test('is none when it is past as the session arrives', () => {
    expect(deadlineOf({ ...ann, expires: '1' }, NOW)).toBeNull()
    expect(deadlineOf(ann, END)).toBeNull()
    expect(deadlineOf(ann, END - 1)).toBe(END)
  })
})

describe('a pause after failures', () => {
  test('doubles from a second up to a minute', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 50, 2_000].map((failures) => backOffMs(failures, 1) / 1_000)
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
  })

  test('is spread over the upper half of its step', () => {
    expect(backOffMs(3, 0)).toBe(2_000)
    expect(backOffMs(3, 0.5)).toBe(3_000)
    expect(backOffMs(3, 1)).toBe(4_000)
  })
})

describe('the memory of a client that starts', () => {
  test('knows who is signed in when the app says so', () => {
    expect(seedMemory(ann, ANN, NOW)).toEqual({
      data: ann,
      user: ANN,
      expiresAt: END,
      cause: { type: 'seeded', at: NOW },
      failure: null,
      failures: 0,
      retryAt: 0,
      answeredAt: null,
      clockOffsetMs: 0,
      tookMs: 0,
      provided: ann,
      seen: [],
      outdated: [],
      order: { epoch: 0, stamp: 0, from: '' },
      highest: 0,
      dataEpoch: 0,
      wish: null,
    })
    expect(seedMemory(null, null, NOW)).toMatchObject({
      data: null,
      cause: { type: 'seeded' },
      provided: null,
    })
  })

  test('knows nothing when the app says nothing', () => {
    const memory = seedMemory(undefined, null, NOW)
    expect(memory).toMatchObject({ expiresAt: null, cause: { type: 'starting', at: NOW } })
    expect(memory.data).toBeUndefined()
    expect(memory.provided).toBeUndefined()
  })
})

describe('a failure', () => {
  test('keeps code, URL and status of an error of ours', () => {
    const error = Object.assign(new Error('No.'), { code: 'http', url: '/session', status: 500 })
    expect(failureOf(error)).toEqual({ code: 'http', message: 'No.', url: '/session', status: 500 })
    const csrf = Object.assign(new Error('No.'), { code: 'csrf', url: undefined })
    expect(failureOf(csrf)).toStrictEqual({ code: 'csrf', message: 'No.' })
  })

  test('keeps how long the server wants to be left alone', () => {
    const error = Object.assign(new Error('Later.'), { code: 'http', url: '/session', retryAfterMs: 1_000 })
    expect(failureOf(error)).toEqual({
      code: 'http',
      message: 'Later.',
      url: '/session',
      retryAfterMs: 1_000,
    })
  })

  test('is one of the network when anything else was thrown', () => {
    expect(failureOf(new TypeError('fetch failed'))).toEqual({ code: 'network', message: 'fetch failed' })
    expect(failureOf(Object.assign(new Error('Lost.'), { code: 'ECONNRESET' }))).toEqual({
      code: 'network',
      message: 'Lost.',
    })
    expect(failureOf('lost')).toEqual({ code: 'network', message: 'lost' })
    expect(failureOf(undefined)).toEqual({ code: 'network', message: 'undefined' })
    expect(failureOf(null)).toEqual({ code: 'network', message: 'null' })
  })
})

describe('two sessions', () => {
  test('say the same when only their ends differ', () => {
    expect(saysTheSame(ann, { ...ann })).toBe(true)
    expect(saysTheSame(ann, annLonger)).toBe(true)
    expect(saysTheSame(null, null)).toBe(true)
  })

  test('say something else when a value, a field or the user differs', () => {
    expect(saysTheSame(ann, annRenamed)).toBe(false)
    expect(saysTheSame(ann, bob)).toBe(false)
    expect(saysTheSame(ann, { ...ann, role: 'admin' })).toBe(false)
    expect(saysTheSame({ ...ann, role: undefined }, { ...ann, part: undefined })).toBe(false)
    expect(saysTheSame(ann, null)).toBe(false)
    expect(saysTheSame(null, ann)).toBe(false)
    expect(saysTheSame(null, {})).toBe(false)
    expect(saysTheSame({ id: '1' }, { id: 1 })).toBe(false)
  })

  test('say the same when their dates are of the same time', () => {
    expect(saysTheSame({ since: new Date(NOW) }, { since: new Date(NOW) })).toBe(true)
    expect(saysTheSame({ since: new Date(NOW) }, { since: new Date(END) })).toBe(false)
    expect(saysTheSame({ since: new Date(NOW) }, { since: {} })).toBe(false)
    expect(saysTheSame({ since: {} }, { since: new Date(NOW) })).toBe(false)
    expect(saysTheSame({ since: NOW }, { since: new Date(NOW) })).toBe(false)
  })

  test('say something else when one has another map or set', () => {
    for (const [one, other] of [
      [new Map([['a', 1]]), new Map([['b', 2]])],
      [new Set([1]), new Set([1])],
    ]) {
      expect(saysTheSame({ held: one }, { held: one })).toBe(true)
      expect(saysTheSame({ held: one }, { held: other })).toBe(false)
      expect(saysTheSame({ held: one }, { held: {} })).toBe(false)
    }
  })

  test('say something else when one has a list where the other has an object', () => {
    expect(saysTheSame({ roles: ['a'] }, { roles: { 0: 'a' } })).toBe(false)
    expect(saysTheSame({ roles: ['a', 'b'] }, { roles: ['a'] })).toBe(false)
  })
})

describe('what is shared of the value before', () => {
  test('is all of it when nothing has changed', () => {
    expect(shareStructure(ann, structuredClone(ann))).toBe(ann)
  })

  test('is every part that has not changed', () => {
    const previous = { user: { name: 'Ann' }, roles: ['a', { b: 1 }], theme: 'dark' }
    const next = { user: { name: 'Ann' }, roles: ['a', { b: 2 }], theme: 'dark' }
    const shared = shareStructure(previous, next)
    expect(shared).toEqual(next)
    expect(shared).not.toBe(previous)
    expect(shared.user).toBe(previous.user)
    expect(shared.roles).not.toBe(previous.roles)
    expect(shareStructure(previous, { ...next, roles: ['a', { b: 1 }] }).roles).toBe(previous.roles)
  })

  test('is every part that has not changed of a value without a prototype', () => {
    const made = (theme: string) => Object.assign(Object.create(null), { user: { name: 'Ann' }, theme })
    const previous = made('dark')
    expect(shareStructure(previous, made('light')).user).toBe(previous.user)
  })

  test('leaves out what is gone, and leaves both values as they were', () => {
    const previous = Object.freeze({ a: 1, b: 2 })
    const next = Object.freeze({ a: 1 })
    expect(shareStructure(previous, next)).toEqual({ a: 1 })
    expect(shareStructure(null, next)).toBe(next)
    expect(shareStructure(previous, null)).toBeNull()
  })

  test('is a date of the same time, and nothing of other objects that are not plain', () => {
    const previous = { since: new Date(NOW), held: new Map([['a', 1]]), user: { name: 'Ann' } }
    const next = { since: new Date(NOW), held: new Map([['a', 1]]), user: { name: 'Ann' } }
    const shared = shareStructure(previous, next)
    expect(shared).not.toBe(previous)
    expect(shared.since).toBe(previous.since)
    expect(shared.held).toBe(next.held)
    expect(shared.user).toBe(previous.user)
    const later = new Date(END)
    expect(shareStructure(previous, { ...previous, since: later }).since).toBe(later)
  })

  test('never becomes the prototype of the value', () => {
    const next = JSON.parse('{ "user": { "name": "Bob", "__proto__": { "role": "admin" } } }')
    const shared = shareStructure({ user: { name: 'Ann' } }, next)
    expect(Object.getPrototypeOf(shared.user)).toBe(Object.prototype)
    expect(shared.user.role).toBeUndefined()
    expect(Object.keys(shared.user)).toEqual(['name'])
  })
})
