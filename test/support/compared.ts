import { expect, TestRunner } from 'vitest'

/** Whether the scenarios are run with sessionchart. `npm run compare` runs them with next-auth, too. */
export const isOurs = process.env.SCENARIOS_WITH !== 'next-auth'

declare module 'vitest' {
  interface TaskMeta {
    /** How many expectations were left out, because they are about what only sessionchart has. */
    notAsked?: number
    /** All of them were. */
    isOursAlone?: boolean
  }
}

/** Accepts whatever is done with it. */
export const absent: unknown = new Proxy(function absent() {}, {
  // `await` asks for it, and would wait for ever.
  get: (_, key) => (key === 'then' ? undefined : key === Symbol.toPrimitive ? () => '' : absent),
  apply: () => absent,
})

/** `expect`, about what only sessionchart has. Of next-auth nothing is expected. */
export const expectOurs = (
  isOurs
    ? expect
    : () => {
        const test = TestRunner.getCurrentTest()
        if (test) test.meta.notAsked = (test.meta.notAsked ?? 0) + 1
        return absent
      }
) as typeof expect

/** Options that only sessionchart has, where a test can do without them. */
export const ours = <Options extends object>(options: Options): Options =>
  isOurs ? options : ({} as Options)

/** Marks a test of what only sessionchart has. */
export function onlyOurs(what: string): void {
  if (!isOurs) endWithout(what)
}

/** Ends a test of what the library does not have. The comparison says so. */
export function endWithout(what: string): never {
  const test = TestRunner.getCurrentTest()
  if (!test) throw new Error(`next-auth has no ${what}`)
  return test.context.skip(what)
}
