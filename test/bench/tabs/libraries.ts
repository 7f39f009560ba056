import { LIBRARIES, type LibraryName } from '../libraries'

/** What a page imports its session from. */
export const entryOf: Record<LibraryName, string> = {
  sessionchart: 'sessionchart/react',
  'next-auth v5': 'next-auth/react',
  'next-auth v4': 'next-auth-v4/react',
  'better-auth': 'better-auth/react',
}

/** Does it with each of them at the same time. Gives what came of it in the order of the columns. */
export const withEach = <T>(act: (library: LibraryName) => Promise<T>): Promise<T[]> =>
  Promise.all(LIBRARIES.map(act))
