/** The columns of what is measured side by side. */
export const LIBRARIES = ['sessionchart', 'next-auth v5', 'next-auth v4', 'better-auth'] as const

export type LibraryName = (typeof LIBRARIES)[number]

/** What the others are compared with. */
export const BASE = 'next-auth v5' satisfies LibraryName
