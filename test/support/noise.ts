import { onTestFinished, vi } from 'vitest'

export interface Noise {
  /** What went to the console as an error or a warning, as text. */
  logged: string[]
  /** What was thrown where nobody catches. */
  thrown: unknown[]
}

/** Keeps the console quiet for the rest of a test, and writes down what it and the process would have said. */
export function listenForNoise(): Noise {
  const noise: Noise = { logged: [], thrown: [] }
  for (const level of ['error', 'warn', 'info', 'log'] as const) {
    vi.spyOn(console, level).mockImplementation((...words) => {
      noise.logged.push(words.map(String).join(' '))
    })
  }
  const note = (thrown: unknown) => noise.thrown.push(thrown)
  const events = ['unhandledRejection', 'uncaughtException'] as const
  for (const event of events) process.on(event, note)
  onTestFinished(() => {
    for (const event of events) process.off(event, note)
  })
  return noise
}
