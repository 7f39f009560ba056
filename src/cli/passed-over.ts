import { readFileSync, realpathSync } from 'node:fs'
import { type Found, findFiles } from './find-files'
import type { PlacedFinding } from './findings'
import { lineOfMention } from './mentions'
import { isSource } from './parse'
import { commandFor, isWithin, type Place, shown } from './place'

/** What is lost by passing over what git ignores, or a link: the first code in it that names `next-auth/react`. */
export function findingsOf({ kind, path }: Found, place: Place): PlacedFinding[] {
  if (kind === 'file' || isFoundElsewhere(kind, path, place)) return []
  for (const { path: file, kind: inner } of findFiles(path)) {
    const line = inner === 'file' && isSource(file) ? lineIn(file) : undefined
    if (line !== undefined) return [{ path: shown(place, file), line, kind, about: commandFor(place, path) }]
  }
  return []
}

/** What a link leads to may have a place of its own there, or be nowhere at all. */
function isFoundElsewhere(kind: Found['kind'], path: string, { root }: Place): boolean {
  try {
    return kind === 'link' && isWithin(realpathSync(root), realpathSync(path))
  } catch {
    return true
  }
}

function lineIn(file: string): number | undefined {
  try {
    const bytes = readFileSync(file)
    return bytes.includes('next-auth') ? lineOfMention(bytes.toString()) : undefined
  } catch {
    return undefined
  }
}
