import { dirname, resolve } from 'node:path'
import { type Choice, chooseTarget } from './choose-target'
import { CommandError } from './command-error'
import type { Target } from './entries'
import { findFiles } from './find-files'
import type { PlacedFinding } from './findings'
import { findingsOf } from './passed-over'
import { commandFor, type Place, packageOf, shown } from './place'
import { type Change, planFile } from './plan-file'

/** What a migration would do to an app. Nothing is written by making one. */
export interface Migration {
  changes: Change[]
  /** What somebody has to look at. */
  findings: PlacedFinding[]
  /** Where types are extended in a way that stays right. */
  honoured: Array<{ path: string; line: number }>
}

/** Reads the files below a path and finds out what is to be done; throws a `CommandError` when it can tell of none. */
export function planMigration(cwd: string, path: string, to: Target | undefined): Migration {
  const place: Place = { cwd, root: resolve(cwd, path) }
  const migration: Migration = { changes: [], findings: [], honoured: [] }
  const choices = new Map<string, Choice>()
  const choose = (file: string) => {
    const choice = to ?? choices.get(dirname(file)) ?? explained(place, file, chooseTarget(file))
    choices.set(dirname(file), choice)
    return choice
  }
  for (const found of findFiles(place.root)) {
    if (found.kind === 'file') add(migration, found.path, shown(place, found.path), choose)
    else migration.findings.push(...findingsOf(found, place))
  }
  const undecided = migration.findings.filter(({ kind }) => kind === 'undecided')
  const isDecided = [...choices.values()].some((choice) => typeof choice === 'string')
  if (undecided.length > 0 && !isDecided) throw nothingDecided(undecided)
  return migration
}

function add(migration: Migration, file: string, path: string, choose: (file: string) => Choice) {
  const { change, findings, honoured } = planFile(file, path, () => choose(file))
  if (change) migration.changes.push(change)
  migration.findings.push(...findings.map((finding) => ({ ...finding, path })))
  migration.honoured.push(...honoured.map((line) => ({ path, line })))
}

/** Says what to do, too, where it is open. */
function explained(place: Place, file: string, choice: Choice): Choice {
  if (typeof choice === 'string') return choice
  const command = commandFor(place, packageOf(place, file))
  return { why: `${choice.why}. Say which: ${command} --to react or --to v4` }
}

function nothingDecided(undecided: PlacedFinding[]): CommandError {
  // One place for each reason will do.
  const places = new Map([...undecided].reverse().map(({ about, path }) => [about, path]))
  const lines = [...places].reverse().map(([about, path]) => `${path}: ${about}`)
  return new CommandError(
    'target',
    `it is open whether imports become sessionchart/react (next-auth v5) or sessionchart/v4 (next-auth v4)
${lines.join('\n')}`,
  )
}
