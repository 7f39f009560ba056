/** Stands where a chart names an effect. A chart alone decides, it does nothing. */
export async function notProvided(): Promise<never> {
  throw new Error('This chart runs only with effects: machine.provide().')
}
