/** Stands where a chart names an effect. A chart alone decides, it does nothing. */
export async function notProvided(): Promise<never> {
  throw new Error(
    'sessionchart: a chart was started without its effects. Give it them with machine.provide().',
  )
}
