import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { readPort } from '../../examples/demo/server/port'
import { runDemo } from './run-demo'

test.each(['99999', '-1', '4000.5', 'abc'])('%s is no port', (port) => {
  expect(() => readPort(port, 4000)).toThrow(RangeError)
})

test.each([
  [undefined, 4000],
  ['', 4000],
  ['0', 0],
  ['65535', 65_535],
])('for %s there is a port', (asked, port) => {
  expect(readPort(asked, 4000)).toBe(port)
})

test('the demo refuses what is no port, with a word', async () => {
  const word = 'PORT is "abc". It has to be a number from 0 (any free port) to 65535.\n'
  await expect(runDemo('abc')).rejects.toThrow(new Error(`The demo ended with 1:\n${word}`))
})

test('the demo takes another port when the one it is given is taken', async () => {
  const other = createServer().listen(0, 'localhost')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  try {
    const demo = await runDemo(String(port))
    expect(demo.printed()).toContain(`Port ${port} is not available`)
    expect(demo.url).not.toContain(`:${port}`)
    expect(await demo.interrupt()).toBe(0)
  } finally {
    other.close()
  }
})
