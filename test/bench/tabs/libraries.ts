/** What is compared, by the names of its columns. */
export const libraries = ['sessionchart', 'next-auth v5', 'next-auth v4', 'better-auth'] as const
export type Library = (typeof libraries)[number]

/** What a page imports its session from. */
export const entryOf: Record<Library, string> = {
  sessionchart: 'sessionchart/react',
  'next-auth v5': 'next-auth/react',
  'next-auth v4': 'next-auth-v4/react',
  'better-auth': 'better-auth/react',
}

/** Does it with each of them at the same time. Gives what came of it in the order of the columns. */
export const withEach = <T>(act: (library: Library) => Promise<T>): Promise<T[]> =>
  Promise.all(libraries.map(act))

/** One after the other, and another one first in each round, so that a slow minute hurts all of them. */
export const turnsOf = (round: number): Library[] =>
  libraries.map((_, turn) => libraries[(round + turn) % libraries.length] as Library)
