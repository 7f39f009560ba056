import { fileURLToPath } from 'node:url'
import { startVitest, type TestCase } from 'vitest/node'
import type { Library } from '../../../test/many-tabs/pages'
import { insteadOf } from './instead'

/** What came of one test with one library. */
export interface Finding {
  library: Library
  /** `S01`. */
  id: string
  /** Where the test is written. Tests with different values are written at the same place. */
  place: string
  name: string
  isStrict: boolean
  outcome: 'holds' | 'does not hold' | 'has no such thing'
  /** What the library did instead, or what it does not have. */
  instead?: string
  /** Something was not asked, because only sessionchart has it. */
  isPartial: boolean
}

/** Runs the scenarios with both libraries: `test/scenarios/vitest.config.ts`. */
export async function runScenarios(filters: string[] = []): Promise<Finding[]> {
  const config = fileURLToPath(new URL('../../../test/scenarios/vitest.config.ts', import.meta.url))
  const vitest = await startVitest('test', filters, { config, watch: false, silent: true, reporters: [{}] })
  // Which one ends first is chance.
  const modules = vitest.state.getTestModules().sort((one, other) => (one.moduleId < other.moduleId ? -1 : 1))
  const broken = modules.filter((one) => one.errors().length > 0)
  if (broken.length > 0) throw new Error(`These cannot be run: ${broken.map((one) => one.moduleId)}`)
  const findings = modules.flatMap((one) => [...one.children.allTests()].map(findingOf))
  await vitest.close()
  // Vitest has said that something fails, which is what is wanted here.
  process.exitCode = 0
  return findings
}

function findingOf(test: TestCase): Finding {
  const { moduleId } = test.module
  const meta = test.meta()
  return {
    library: test.project.name as Library,
    id: moduleId.match(/(S\d\d|better)[^/]*$/)?.[1] ?? '',
    place: `${moduleId}:${test.location?.line}`,
    name: nameOf(test),
    isStrict: test.fullName.match(/^'?strict/) !== null,
    isPartial: (meta.notAsked ?? 0) > 0,
    ...judge(test),
  }
}

/** With the names around it, but for the mode of React: that is a field of its own. */
const nameOf = ({ fullName }: TestCase) =>
  fullName.replace(/^'?(not )?strict'? > /, '').replaceAll(' > ', ', ')

function judge(test: TestCase): Pick<Finding, 'outcome' | 'instead'> {
  const result = test.result()
  if (result.state === 'skipped') return { outcome: 'has no such thing', instead: result.note ?? '' }
  if (result.state === 'passed') return { outcome: test.meta().isOursAlone ? 'has no such thing' : 'holds' }
  const error = result.errors?.[0]
  return { outcome: 'does not hold', ...(error && { instead: insteadOf(error, test.module.moduleId) }) }
}
