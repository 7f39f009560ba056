export type SideName = 'left' | 'right'

const { pathname } = location
const found = /^(.*\/)(left|right)\//.exec(pathname)

/** The folder of the demo, with a slash at the end. A page of the stage is in it, one of a side in a folder below. */
export const demoPath = found?.[1] ?? pathname.slice(0, pathname.lastIndexOf('/') + 1)

/** Which side this page is of. */
export const sideHere = (found?.[2] ?? 'left') as SideName

export const sidePath = (side: SideName) => `${demoPath}${side}/`
export const authPathOf = (side: SideName) => `${sidePath(side)}api/auth`
