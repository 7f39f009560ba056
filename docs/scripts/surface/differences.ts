import { createTwoFilesPatch } from 'diff'

/** What is to be done about them. */
export const HINT = `
The public surface is not as docs/api-report has it. If that is meant:
1. npm run check:surface -- --update   writes it anew; commit what it writes
2. npx changeset                       says what the change means for apps (docs/versioning.md)`

/** How the files that were made differ from those that are kept, as patches. */
export function differences(kept: Record<string, string>, made: Record<string, string>): string[] {
  const paths = [...new Set([...Object.keys(kept), ...Object.keys(made)])].sort()
  return paths.flatMap((path) =>
    kept[path] === made[path]
      ? []
      : createTwoFilesPatch(path, path, kept[path] ?? '', made[path] ?? '', 'kept', 'as it is now'),
  )
}
