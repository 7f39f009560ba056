import process from 'node:process'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { run } from '../../src/cli/run'

vi.mock('../../src/cli/run', () => ({ run: vi.fn() }))

beforeEach(() => {
  const { exitCode } = process
  vi.resetModules()
  onTestFinished(() => {
    process.exitCode = exitCode
  })
})

test('says what nobody expected in one line, and ends with 2', async () => {
  vi.mocked(run).mockImplementation(() => {
    throw new TypeError('no\n  such thing')
  })
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await import('../../src/cli/main')

  expect(said.mock.calls).toEqual([['sessionchart: TypeError: no such thing\n']])
  expect(process.exitCode).toBe(2)
})

test('gives the command its words, its folder and its terminal, and ends as it says', async () => {
  vi.mocked(run).mockImplementation((args, { cwd, out, err }) => {
    out(`in ${cwd}`)
    err(`of ${args.length}`)
    return 1
  })
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await import('../../src/cli/main')

  expect(out.mock.calls).toEqual([[`in ${process.cwd()}`]])
  expect(err.mock.calls).toEqual([[`of ${process.argv.length - 2}`]])
  expect(process.exitCode).toBe(1)
})

test.each([
  ['EPIPE', 0],
  ['EIO', 1],
])('ends with %s at once: %i', async (code, exitCode) => {
  vi.mocked(run).mockReturnValue(0)
  const on = vi.spyOn(process.stdout, 'on').mockReturnValue(process.stdout)
  const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never)
  await import('../../src/cli/main')
  const calls: unknown[][] = on.mock.calls
  const [, fail] = calls.find(([event]) => event === 'error') as [string, (error: object) => void]
  fail({ code })

  expect(exit.mock.calls).toEqual([[exitCode]])
})
