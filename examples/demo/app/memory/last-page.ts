import { type SideName, sidePath } from './places'

/** The path, below its side, of the page that the frame of a side shows. Of this origin, so that the browser says it. */
export function lastPageOf(side: SideName): string {
  for (let index = 0; index < window.length; index++) {
    const { pathname } = (window[index] as Window).location
    if (pathname.startsWith(sidePath(side))) {
      return pathname.slice(sidePath(side).length - 1).replace(/\/$/, '')
    }
  }
  return 'another page'
}
