import { type SideName, sidePath } from './places'

/** The path, below its side, of the page that the frame of a side shows. */
export function lastPageOf(side: SideName): string {
  for (let index = 0; index < window.length; index++) {
    const path = pathOf(window[index] as Window)
    if (path?.startsWith(sidePath(side))) return path.slice(sidePath(side).length - 1).replace(/\/$/, '')
  }
  return 'another page'
}

function pathOf(frame: Window): string | null {
  try {
    return frame.location.pathname
  } catch {
    // It is of another origin, as the browser's own error pages are.
    return null
  }
}
