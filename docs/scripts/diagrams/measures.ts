import type { Box } from './drawing'
import { widthOf } from './text'

export const TITLE_SIZE = 13
export const TEXT_SIZE = 12
export const LINE_HEIGHT = 16
export const TITLE_HEIGHT = 28
export const DOT_SIZE = 10
const BESIDE = 10

const widest = (lines: string[]) => Math.max(0, ...lines.map((line) => widthOf(line, TEXT_SIZE)))

/** What a box needs for its own words. */
export function sizeOf({ kind, title, lines, size }: Box): { width: number; height: number } {
  if (size) return size
  if (kind === 'initial') return { width: DOT_SIZE, height: DOT_SIZE }
  return {
    width: Math.max(widthOf(title, TITLE_SIZE, true), widest(lines)) + 2 * BESIDE,
    height: TITLE_HEIGHT + (lines.length > 0 ? lines.length * LINE_HEIGHT + 6 : 0),
  }
}

/** What the words on an arrow need. */
export function labelSize(lines: string[]): { width: number; height: number } {
  return { width: widest(lines) + 8, height: lines.length * LINE_HEIGHT + 2 }
}
