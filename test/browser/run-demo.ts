import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface RunningDemo {
  url: string
  /** What it has said so far. */
  printed(): string
  /** Presses Ctrl-C, so to speak. Gives the exit code. */
  interrupt(): Promise<number | null>
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs the demo as its command does, on a free port unless one is given. */
export async function runDemo(port = '0'): Promise<RunningDemo> {
  // What a test runner says about its own process is not for the demo.
  const { NODE_ENV, VITEST, ...env } = process.env
  const demo = spawn(process.execPath, ['--import', 'tsx', 'examples/demo/main.ts'], {
    cwd: root,
    env: { ...env, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  // Not before the end of its output.
  const end = once(demo, 'close') as Promise<[code: number | null]>
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      printed += chunk
      const found = /http:\/\/localhost:\d+/.exec(printed)
      if (found) resolve(found[0])
    }
    demo.stdout.on('data', hear)
    demo.stderr.on('data', hear)
    end.then(([code]) => reject(new Error(`The demo ended with ${code}:\n${printed}`)), reject)
  })
  return {
    url,
    printed: () => printed,
    async interrupt() {
      demo.kill('SIGINT')
      const [code] = await end
      return code
    },
  }
}
