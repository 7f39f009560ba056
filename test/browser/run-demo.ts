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
  url: string
  printed(): string
  process: ChildProcess
  /** Its exit code, after the end of its output. */
  end: Promise<number | null>
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs the demo as its command does, on a free port unless one is given. */
export async function runDemo(port = '0'): Promise<RunningDemo> {
  const running = await run(['examples/demo/main.ts'], { PORT: port })
  return {
    url: running.url,
    printed: running.printed,
    interrupt() {
      running.process.kill('SIGINT')
      return running.end
    },
  }
}

/** Runs what starts demos of one build, for `startDemo`. */
export async function runDemos(): Promise<{ url: string; stop(): void }> {
  const running = await run([fileURLToPath(new URL('./demos.ts', import.meta.url))])
  return { url: running.url, stop: () => void running.process.kill() }
}

/** With servers of its own, or as files that a static host serves. */
export type DemoKind = 'served' | 'static'

/** Starts a demo of its own for whoever asks. */
export async function startDemo(
  demos: string,
  kind: DemoKind,
): Promise<{ url: string; stop(): Promise<void> }> {
  const url = await (await fetch(`${demos}/${kind}`, { method: 'POST' })).text()
  return {
    url,
    async stop() {
      await fetch(`${demos}/${encodeURIComponent(url)}`, { method: 'DELETE' })
    },
  }
}

/** Starts a program, and waits until it has said where it is. */
async function run(command: string[], more: NodeJS.ProcessEnv = {}): Promise<Running> {
  // What a test runner says about its own process is not for the demo.
  const { NODE_ENV, VITEST, ...env } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', ...command], {
    cwd: root,
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const end = once(child, 'close').then(([code]) => code as number | null)
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      printed += chunk
      const found = /http:\/\/localhost:\d+/.exec(printed)
      if (found) resolve(found[0])
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    end.then((code) => reject(new Error(`The demo ended with ${code}:\n${printed}`)), reject)
  })
  return { url, printed: () => printed, process: child, end }
}
