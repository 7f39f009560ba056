import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

let passed = 0
let failed = 0
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** Already reported: it only has to end the group. */
class Reported extends Error {}

/** Runs one check and prints how it went. When it fails, the rest of its group is left out. */
export async function check(name, run) {
  const start = performance.now()
  try {
    const result = await run()
    passed++
    console.log(`  ✓ ${name} (${seconds(start)})`)
    return result
  } catch (error) {
    failed++
    console.log(`  ✗ ${name} (${seconds(start)})\n${error.stack}`)
    throw new Reported(name, { cause: error })
  }
}

/** Runs checks that need each other. What fails in it does not keep the next group from running. */
export async function group(name, run) {
  const start = performance.now()
  console.log(name)
  try {
    await run()
  } catch (error) {
    if (error instanceof Reported) return
    failed++
    console.log(`  ✗ ${error.stack}`)
  } finally {
    console.log(`${name}: ${seconds(start)}`)
  }
}

/** Prints the last line, and leaves the numbers in a file, in the words of Vitest. Gives the exit code. */
export function summary(file) {
  console.log(`${passed} passed, ${failed} failed`)
  if (file) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify({ numPassedTests: passed, numFailedTests: failed }))
  }
  return failed > 0 ? 1 : 0
}
