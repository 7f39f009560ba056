import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { run } from '../../src/cli/run'

/** The files of an app: what is in them, by path. */
export type Files = Record<string, string | Uint8Array>

/** A folder for the rest of a test. */
export function makeFolder(): string {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'sessionchart-cli-')))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** Makes an app, and the command that runs in it. */
export function makeApp(files: Files) {
  const dir = makeFolder()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), content)
  }
  return {
    dir,
    read: (path: string) => readFileSync(join(dir, path), 'utf8'),
    command: (...args: string[]) => runCommand(dir, args),
    migrate: (...args: string[]) => runCommand(dir, ['migrate', ...args]),
  }
}

export function runCommand(cwd: string, args: string[], colours = false) {
  const said = { out: '', err: '' }
  const code = run(args, {
    cwd,
    colours,
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
  })
  return { code, ...said }
}

/** Everything in a folder, as text. */
export function readTree(dir: string): Record<string, string> {
  const paths = readdirSync(dir, { recursive: true }).map(String).sort()
  const files = paths.filter((path) => statSync(join(dir, path)).isFile())
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(dir, path), 'utf8')]))
}

/** The package.json of an app on a version of next-auth. */
export const packageOn = (range: string): string => JSON.stringify({ dependencies: { 'next-auth': range } })
