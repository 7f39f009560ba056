import process from 'node:process'
import { expect, onTestFinished, test, vi } from 'vitest'

vi.mock('../../src/cli/run', () => ({
  run: () => {
    throw new TypeError('no\n  such thing')
  },
}))

test('says what nobody expected in one line, and ends with 2', async () => {
  const { exitCode } = process
  onTestFinished(() => {
    process.exitCode = exitCode
  })
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await import('../../src/cli/main')

  expect(said.mock.calls).toEqual([['sessionchart: TypeError: no such thing\n']])
  expect(process.exitCode).toBe(2)
})
