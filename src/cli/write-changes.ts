import { writeFileSync } from 'node:fs'
import type { Migration } from './migration'

/** Puts the changes into the files, and gives the migration with what really came about. */
export function writeChanges(migration: Migration): Migration {
  const findings = [...migration.findings]
  const changes = migration.changes.filter(({ file, path, after }) => {
    try {
      writeFileSync(file, after)
      return true
    } catch (error) {
      findings.push({ path, line: 1, kind: 'unwritable', about: String(error) })
      return false
    }
  })
  return { ...migration, changes, findings }
}
