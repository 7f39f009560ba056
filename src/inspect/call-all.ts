/** Calls all, whatever they do. Gives what they have thrown. */
export function callAll<Args extends unknown[]>(
  functions: Iterable<(...args: Args) => void>,
  ...args: Args
): unknown[] {
  return [...functions].flatMap((call) => {
    try {
      call(...args)
      return []
    } catch (error) {
      return [error]
    }
  })
}
