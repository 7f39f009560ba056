import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { isBuildStale } from './is-build-stale'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder outside the repository with `sessionchart.tgz`, and `package/`, which is the same unpacked. */
    packed: string
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = (command: string, args: string[], cwd: string) => {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Packs the package once for all test files, and builds it before if that was forgotten. */
export default function setup(project: TestProject) {
  // Outside the repository, where nothing is found but what a project links.
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'sessionchart-')))
  if (isBuildStale()) run('npm', ['run', 'build', '--silent'], root)
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', dir], root)
  const [packed] = readdirSync(dir)
  renameSync(join(dir, String(packed)), join(dir, 'sessionchart.tgz'))
  run('tar', ['-xzf', 'sessionchart.tgz'], dir)
  project.provide('packed', dir)
  return () => rmSync(dir, { recursive: true, force: true })
}
