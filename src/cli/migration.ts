import { readFileSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { TextDecoder } from 'node:util'
import { chooseTarget } from './choose-target'
import { CommandError } from './command-error'
import type { Target } from './entries'
import { findFiles } from './find-files'
import type { Finding } from './findings'
import { mentionsInText } from './mentions'
import { isSource } from './parse'
import { rewrite } from './rewrite'

/** What a migration would do to an app. Nothing is written by making one. */
export interface Migration {
  changes: Change[]
  /** What somebody has to look at. */
  findings: PlacedFinding[]
  /** Where types are extended in a way that stays right. */
  honoured: Array<{ path: string; line: number }>
}

interface PlacedFinding extends Finding {
  path: string
}

export interface Change {
  /** With slashes, from the folder in which the command runs. */
  path: string
  /** The same from the root. */
  file: string
  before: string
  after: string
  replaced: Target[]
}

const MANUAL_MOCK = /(^|\/)__mocks__\/next-auth\/react(\/index)?\.[cm]?[jt]sx?$/

/** Reads the files below a path and finds out what is to be done; throws a `CommandError` when it cannot tell. */
export function planMigration(cwd: string, path: string, to: Target | undefined): Migration {
  const migration: Migration = { changes: [], findings: [], honoured: [] }
  for (const file of findFiles(resolve(cwd, path))) {
    const shown = relative(cwd, file).split(sep).join('/')
    try {
      plan(migration, file, shown, to)
    } catch (error) {
      if (error instanceof CommandError) throw error
      migration.findings.push({ path: shown, kind: 'unreadable', ...placeOf(error) })
    }
  }
  return migration
}

function plan(migration: Migration, file: string, path: string, to: Target | undefined) {
  if (MANUAL_MOCK.test(path)) migration.findings.push({ path, line: 1, kind: 'manualMock', about: path })
  const bytes = readFileSync(file)
  // Most files need not be decoded, and fewer parsed.
  if (!bytes.includes('next-auth')) return
  const before = decode(bytes)
  if (!isSource(file)) {
    migration.findings.push(...mentionsInText(before).map((finding) => ({ ...finding, path })))
    return
  }
  const { text, replaced, findings, honoured } = rewrite(before, file, () => to ?? chooseTarget(file))
  migration.findings.push(...findings.map((finding) => ({ ...finding, path })))
  migration.honoured.push(...honoured.map((line) => ({ path, line })))
  if (replaced.length > 0) migration.changes.push({ path, file, before, after: text, replaced })
}

/** The parser says where it gave up. */
function placeOf(error: unknown): Pick<Finding, 'line' | 'about'> {
  const { loc, message } = error as { loc?: { line: number }; message: string }
  return { line: loc?.line ?? 1, about: message }
}

/** Throws a `TypeError` for other encodings: of those the bytes would not be the same when they are written. */
const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
