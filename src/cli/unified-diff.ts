import { formatPatch, structuredPatch } from 'diff'
import type { Change } from './plan-file'

/** The change of a file as `git diff` shows it. `git apply` takes it. */
export function unifiedDiff({ path, before, after }: Change): string {
  const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 })
  return formatPatch({ ...patch, isGit: true })
}
