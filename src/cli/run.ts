import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { help, type Order, readArguments } from './arguments'
import { CommandError } from './command-error'
import { isGrave } from './findings'
import { planMigration } from './migration'
import { installCommands } from './next-steps'
import { ownVersion } from './own-version'
import { paintDiff } from './paint-diff'
import { report } from './report'
import { unifiedDiff } from './unified-diff'
import { writeChanges } from './write-changes'

export interface Terminal {
  /** The folder in which the command runs. */
  cwd: string
  /** Whether what is written to `out` may have colours. */
  colours: boolean
  out(text: string): void
  err(text: string): void
}

/** 0: fine. 1: something that is left keeps the app from working. 2: nothing was done, and why is in `err`. */
export type ExitCode = 0 | 1 | 2

/** Does what the command line says. */
export function run(args: string[], terminal: Terminal): ExitCode {
  try {
    const order = readArguments(args)
    if (typeof order === 'object') return migrate(order, terminal)
    terminal.out(order === 'help' ? help : `${ownVersion()}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    terminal.err(`sessionchart: ${error.message}\n`)
    return 2
  }
}

function migrate({ path, write, to }: Order, { cwd, colours, out }: Terminal): ExitCode {
  if (!existsSync(resolve(cwd, path))) throw new CommandError('usage', `there is no file or folder "${path}"`)
  const plan = planMigration(cwd, path, to)
  const migration = write ? writeChanges(plan) : plan
  if (!write) {
    const diff = plan.changes.map((change) => `${unifiedDiff(change)}\n`).join('')
    out(colours ? paintDiff(diff) : diff)
  }
  const files = migration.changes.map(({ file }) => file)
  out(report({ ...migration, written: write, install: installCommands(cwd, files) }))
  return migration.findings.some(isGrave) ? 1 : 0
}
