import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))

/** Runs a vitest of its own. Gives what it has printed. */
export function runVitest(...options: string[]): Promise<{ passes: boolean; output: string }> {
  const env = { PATH: process.env.PATH, NO_COLOR: '1' }
  return new Promise((resolve) => {
    execFile(process.execPath, [vitest, 'run', ...options], { env }, (error, stdout, stderr) => {
      resolve({ passes: error === null, output: stdout + stderr })
    })
  })
}
