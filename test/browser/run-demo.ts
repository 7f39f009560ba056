import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface RunningDemo {
  url: string
  /** What it has said so far. */
  printed(): string
  /** Presses Ctrl-C, so to speak. Gives the exit code. */
  interrupt(): Promise<number | null>
}

interface Running {
  /** What was waited for in its output. */
  said: string
  printed(): string
  process: ChildProcess
  /** Its exit code, after the end of its output. */
  end: Promise<number | null>
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs the demo as its command does, on a free port unless one is given. */
export async function runDemo(port = '0'): Promise<RunningDemo> {
  const running = await run(['examples/demo/main.ts'], /http:\/\/localhost:\d+/, { PORT: port })
  return {
    url: running.said,
    printed: running.printed,
    interrupt() {
      running.process.kill('SIGINT')
      return running.end
    },
  }
}

/** Runs several demos of one build. Gives where they are, and how to stop them. */
export async function runDemos(count: number): Promise<{ urls: string[]; stop(): void }> {
  const program = fileURLToPath(new URL('./demos.ts', import.meta.url))
  const running = await run([program, String(count)], /^\[.*\]$/m)
  return { urls: JSON.parse(running.said), stop: () => void running.process.kill() }
}

/** Starts a program, and waits until it has said something. */
async function run(command: string[], sign: RegExp, more: NodeJS.ProcessEnv = {}): Promise<Running> {
  // What a test runner says about its own process is not for the demo.
  const { NODE_ENV, VITEST, ...env } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', ...command], {
    cwd: root,
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const end = once(child, 'close').then(([code]) => code as number | null)
  const said = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      printed += chunk
      const found = sign.exec(printed)
      if (found) resolve(found[0])
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    end.then((code) => reject(new Error(`The demo ended with ${code}:\n${printed}`)), reject)
  })
  return { said, printed: () => printed, process: child, end }
}
