import { platform } from 'node:process'

/** A path as one word of a command that somebody copies. */
export function shellWord(path: string): string {
  if (/^[\w./@+,:\\-]+$/.test(path) && (platform === 'win32' || !path.includes('\\'))) return path
  return platform === 'win32' ? `"${path}"` : `'${path.replaceAll("'", "'\\''")}'`
}
