import { LIBRARIES, type LibraryName } from '../../libraries'
import { openerOf } from './other-browser'
import { openOurs } from './our-browser'
import type { OpenBrowser } from './user-browser'

export type Openers = Record<LibraryName, OpenBrowser>

export async function loadLibraries(): Promise<Openers> {
  const [v5, v4, betterAuth] = await Promise.all([
    openerOf('next-auth v5'),
    openerOf('next-auth v4'),
    openerOf('better-auth'),
  ])
  return { sessionchart: openOurs, 'next-auth v5': v5, 'next-auth v4': v4, 'better-auth': betterAuth }
}

/** Asks something of each library, in the order of the columns. */
export async function ofEach<T>(openers: Openers, ask: (open: OpenBrowser) => Promise<T>): Promise<T[]> {
  const answers: T[] = []
  for (const library of LIBRARIES) answers.push(await ask(openers[library]))
  return answers
}
