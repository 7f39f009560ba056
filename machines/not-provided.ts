/** Stands where a chart names an effect. A chart alone decides, it does nothing. */
export async function notProvided(): Promise<never> {
  throw new Error('Give the chart its effects: machine.provide().')
}
