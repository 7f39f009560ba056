import type { SessionClient } from 'sessionchart/client'

const COPIES = Symbol.for('sessionchart.copies')
const PROVIDERS = Symbol.for('sessionchart.providers')

/** Counts the copies of this module in the program: a hook that finds no provider can then say why. */
const program = globalThis as { [COPIES]?: number; [PROVIDERS]?: object[] }
program[COPIES] = (program[COPIES] ?? 0) + 1

/** The copies whose providers are mounted. Others may be left over: test runners load modules anew. */
program[PROVIDERS] ??= []
const providers = program[PROVIDERS]
const self = {}

export const countCopies = (): number => program[COPIES] ?? 1

/** Notes a mounted provider of this copy. Returns the function that forgets it. */
export function noteProvider(): () => void {
  providers.push(self)
  return () => {
    providers.splice(providers.lastIndexOf(self), 1)
  }
}

/** What a client of this copy does, the providers of another one do not see. */
export function suspectCopies(client: SessionClient): void {
  if (providers.some((copy) => copy !== self)) client.suspect({ about: 'copies', count: countCopies() })
}
