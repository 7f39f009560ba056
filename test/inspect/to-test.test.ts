import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SessionOptionError } from 'sessionchart'
import { type Recording, toTest } from 'sessionchart/inspect'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { runVitest } from '../support/run-vitest'
import { changed, recordSignOut } from './recordings'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folders: string[] = []

let recording: Recording
beforeAll(async () => {
  recording = await recordSignOut()
})
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

const SAME_CHART = `export { sessionMachine } from '${root}machines/session.machine'`
/** Nobody is ever signed out by an answer. */
const BROKEN_CHART = `import { sessionMachine as machine } from '${root}machines/session.machine'
export const sessionMachine = machine.provide({ guards: { answersSession: () => true } })`

/** Runs the source of a test in a vitest of its own, which finds that chart. Gives what it has printed. */
async function runTest(source: string, chart = SAME_CHART): Promise<{ passes: boolean; output: string }> {
  await mkdir(`${root}.tmp`, { recursive: true })
  const folder = await mkdtemp(`${root}.tmp/to-test-`)
  folders.push(folder)
  const alias = {
    'sessionchart/machines/memory': `${root}machines/memory.ts`,
    'sessionchart/machines': join(folder, 'chart.ts'),
  }
  await writeFile(join(folder, 'chart.ts'), chart)
  await writeFile(join(folder, 'recorded.test.ts'), source)
  await writeFile(
    join(folder, 'vitest.config.mjs'),
    `export default { resolve: { alias: ${JSON.stringify(alias)} } }`,
  )
  return runVitest('--root', folder)
}

describe('the test', { timeout: 120_000 }, () => {
  test('passes with the chart that was recorded', async () => {
    const { passes, output } = await runTest(toTest(recording, { name: "signs 'Ann' out" }))

    expect(output).toMatch(/1 passed/)
    expect(passes).toBe(true)
  })

  test('fails with a chart whose guard lies, and says at which step', async () => {
    const { passes, output } = await runTest(toTest(recording), BROKEN_CHART)

    expect(passes).toBe(false)
    expect(output).toMatch(/step \d+, xstate\.done\.actor\.\S+/)
    expect(output).toMatch(/-\s+"unauthenticated": "known"|\+\s+"status": "authenticated"/)
  })

  test('fails when the cause is edited', async () => {
    const source = toTest(recording)
    const edited = source.replace("'signed-out'],", "'expired'],")
    expect(edited).not.toBe(source)
    expect((await runTest(edited)).passes).toBe(false)
  })

  test('says what should have happened when its last line is edited', async () => {
    const source = toTest(recording)
    const edited = source.replace("{ network: 'offline' }],\n  ]", "{ network: 'online' }],\n  ]")
    expect(edited).not.toBe(source)

    const { passes, output } = await runTest(edited)

    expect(passes).toBe(false)
    expect(output).toMatch(/step \d+, network\.lost/)
  })
})

test('has a line for each step: its event, and the regions that it changes', () => {
  const source = toTest(recording)

  const lines = source.split('\n').filter((line) => line.startsWith('    ['))
  expect(lines).toHaveLength(recording.parts[0]?.steps.length as number)
  expect(lines.at(-1)).toMatch(/^ {4}\[\{ type: 'network\.lost', at: \d+ \}, \{ network: 'offline' \}\],$/)
  expect(source).toContain("import { sessionMachine } from 'sessionchart/machines'\n")
})

test('says above a step why the status has changed by it', () => {
  const lines = toTest(recording).split('\n')

  const said = lines.findIndex((line) => /^ {4}\/\/ Signed out at \S+Z in this tab\.$/.test(line))
  expect(lines[said + 1]).toMatch(/'signed-out'\],$/)
})

test('takes the last part unless it is told which', () => {
  const two = changed(recording, ({ parts }) => {
    parts.push({ at: 7, value: { status: 'loading' }, context: Object({}), steps: [] })
  })

  expect(toTest(two)).toContain("test('takes the steps recorded from 7 on'")
  expect(toTest(two, { part: 0 })).toBe(toTest(recording))
})

test.for([-1, 1, 0.5, '0'])('refuses the part %s', (part) => {
  const act = () => toTest(recording, { part: part as number })

  expect(act).toThrow(SessionOptionError)
  expect(act).toThrow(/part must be the place of one of its 1 parts/)
})

test('refuses a name that is none, and a recording that is none', () => {
  expect(() => toTest(recording, { name: 7 as never })).toThrow(/name must be a string, not 7/)
  expect(() => toTest({} as Recording)).toThrow(/recording\.format must be/)
})

/** What a recording may have in it that comes from anywhere. */
const odd = `'; process.exit(1) //\n\\' "quoted" \u2028 \${1} </script>`

test('lets nothing out of its quotes', () => {
  const foreign = changed(recording, ({ parts }) => {
    parts[0]?.steps.push({
      at: 0,
      // As JSON may have it.
      event: Object.defineProperty({ type: odd, [odd]: odd }, '__proto__', {
        value: { a: 1 },
        enumerable: true,
      }),
      value: {},
      why: odd,
    })
  })

  const lines = toTest(foreign, { name: odd }).split('\n')

  const name = lines
    .find((line) => line.startsWith('test('))
    ?.replace('test(', '')
    .replace(', () => {', '')
  expect(evaluate(name)).toBe(odd)
  const step = lines.filter((line) => line.startsWith('    [')).at(-1)
  const [event] = evaluate(step?.trim().slice(0, -1))
  expect(Object.entries(event)).toEqual([
    ['type', odd],
    [odd, odd],
    ['__proto__', { a: 1 }],
  ])
})

const evaluate = (expression: string | undefined) => new Function(`return ${expression}`)()
