import { expect, test } from 'vitest'
import { ann } from './sessions'
import { createTestClient } from './test-client'

test('an observer is told what happens, as a function and as an object that knows itself', () => {
  const heard: string[] = []
  const observer = {
    heard,
    next: function (this: { heard: string[] }) {
      this.heard.push('object')
    },
  }
  for (const inspect of [() => void heard.push('function'), observer]) {
    createTestClient({ session: ann(), inspect }).client.start()
  }
  expect(new Set(heard)).toEqual(new Set(['function', 'object']))
})

test('an observer that hears nothing is in nobody’s way', () => {
  const { client, logged } = createTestClient({ session: ann(), inspect: {} })
  client.start()
  expect(client.getState().status).toBe('authenticated')
  expect(logged).toEqual([])
})

test('an observer that throws is reported once, and stops nothing', async () => {
  const broken = new Error('The observer is broken.')
  const inspect = () => {
    throw broken
  }
  const { client, logged, reads } = createTestClient({ session: ann(), inspect })
  client.start()
  await client.refetch()

  expect(reads()).toBe(1)
  expect(logged).toEqual([broken])
})
