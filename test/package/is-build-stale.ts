import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Whether `dist` is missing, or older than what it is made from. */
export function isBuildStale(): boolean {
  const built = join(root, 'dist/index.d.ts')
  return !existsSync(built) || ['src', 'machines', 'tsup.config.ts'].some((path) => newest(path) > age(built))
}

const age = (path: string) => statSync(path).mtimeMs

function newest(path: string): number {
  const from = join(root, path)
  if (!statSync(from).isDirectory()) return age(from)
  return Math.max(...readdirSync(from, { recursive: true }).map((file) => age(join(from, String(file)))))
}
