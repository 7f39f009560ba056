import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const LIMIT_MS = 240_000

// What npm and the test runner say to this process is not for these programs, and nor are our own settings of npm.
const inherited = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(npm_|node_(env|options)$|vitest|auth_|nextauth_)/i.test(name),
  ),
)

/** Runs a program to its end, and gives what it printed. Rejects with all of it when the program fails. */
export async function run(cwd: string, program: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const options = {
    cwd,
    env: { ...inherited, NO_COLOR: '1', ...env },
    timeout: LIMIT_MS,
    maxBuffer: 2 ** 26,
    // npm is a script there.
    shell: process.platform === 'win32',
  }
  try {
    return await promisify(execFile)(program, args, options)
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    throw new Error(`${program} ${args.join(' ')}\n${stdout}\n${stderr}`, { cause: error })
  }
}
