/** By how a line of a diff begins. The first that fits counts. */
const COLOURS: Array<[begins: RegExp, code: number]> = [
  [/^(diff|---|\+\+\+) /, 1],
  [/^@@/, 36],
  [/^\+/, 32],
  [/^-/, 31],
]

/** A diff in the colours of git. (`styleText` of Node would ask for Node 20.) */
export function paintDiff(diff: string): string {
  return diff.replace(/^.+$/gm, (line) => {
    const code = COLOURS.find(([begins]) => begins.test(line))?.[1]
    return code === undefined ? line : `\u001B[${code}m${line}\u001B[0m`
  })
}
