import { reasonOf } from './findings'
import type { Migration } from './migration'

export interface Outcome extends Migration {
  /** The changes are in the files. */
  written: boolean
  /** The commands that install sessionchart where it is not yet. */
  install: string[]
}

/** What is said after the changes themselves. */
export function report(outcome: Outcome): string {
  const parts = [sum(outcome), left(outcome), honoured(outcome), next(outcome)]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function sum({ changes, findings, written }: Outcome): string {
  if (changes.length === 0 && findings.length > 0)
    return 'Nothing to change, apart from what is left for you.'
  if (changes.length === 0) return 'Nothing to change: no module here is taken from next-auth/react.'
  const names = changes.flatMap(({ replaced }) => replaced).sort()
  const each = [...new Set(names)].map((name) => `${names.filter((other) => other === name).length} ${name}`)
  const files = changes.length === 1 ? '1 file' : `${changes.length} files`
  return `${files} ${written ? 'changed' : 'to change'}: ${each.join(', ')}`
}

function left({ findings }: Outcome): string {
  if (findings.length === 0) return ''
  const lines = findings.map((finding) => `  ${finding.path}:${finding.line}  ${reasonOf(finding)}`)
  return ['Left for you:', ...lines].join('\n')
}

function honoured({ honoured }: Outcome): string {
  if (honoured.length === 0) return ''
  const places = honoured.map(({ path, line }) => `${path}:${line}`).join(', ')
  return `declare module 'next-auth' stays, sessionchart takes the types from it: ${places}`
}

function next({ changes, written, install }: Outcome): string {
  if (changes.length === 0) return ''
  const write = written ? [] : ['Nothing is written yet. To write it, add --write']
  return [...write, ...install.map((command) => `Next: ${command}`)].join('\n')
}
