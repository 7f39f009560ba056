import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

const LIMIT_MS = 300_000

// What npm, a test runner and other apps say to this process is not for these apps.
const inherited = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(npm_|node_env$|vitest|auth_|nextauth_|vercel)/i.test(name),
  ),
)
const environment = { ...inherited, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' }

const running = new Set()
// They are in groups of their own and do not hear a Ctrl+C.
process.on('exit', () => running.forEach(kill))

/**
 * Runs a command to its end and gives all it printed.
 *
 * @throws Error with all it printed, when it fails or takes longer than five minutes.
 */
export async function run(command, args, { cwd }) {
  const started = start(command, args, { cwd })
  const code = await Promise.race([started.ended, wait(LIMIT_MS, 'no end', { ref: false })])
  await started.stop()
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${code}\n${started.output()}`)
  return started.output()
}

/** Installs packages in a folder, with the real npm. Gives what it printed. */
export function install(dir, packages) {
  return run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...packages], { cwd: dir })
}

/**
 * Starts a server that prints its address.
 *
 * @throws Error with all it printed, when it ends, or prints no address within five minutes.
 */
export async function startServer(command, args, options) {
  const started = start(command, args, options)
  const end = Promise.race([started.ended, wait(LIMIT_MS, 'no address', { ref: false })])
  for (;;) {
    const url = started.output().match(/http:\/\/localhost:\d+(?=\D)/)?.[0]
    if (url) return { ...started, url }
    const why = await Promise.race([started.printed(), end])
    if (why === undefined) continue
    await started.stop()
    throw new Error(`${command} ${args.join(' ')}: ${why}\n${started.output()}`)
  }
}

function start(command, args, { cwd, env }) {
  // A group of its own, because npm and Next start others in turn.
  const child = spawn(command, args, {
    cwd,
    env: { ...environment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  running.add(child)
  let output = ''
  let tell = () => {}
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
      tell()
    })
  }
  const ended = once(child, 'close').then(
    ([code, signal]) => code ?? signal,
    (error) => String(error),
  )
  return {
    output: () => output,
    ended,
    printed: () =>
      new Promise((resolve) => {
        tell = resolve
      }),
    /** Ends it and all it has started. */
    async stop() {
      kill(child)
      running.delete(child)
      await ended
    },
  }
}

function kill(child) {
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
