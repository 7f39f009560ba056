/** Follows promises that were given out. The returned function counts those that nobody has settled yet. */
export function followPromises(promises: unknown[]): () => number {
  const pending = new Set<number>()
  for (const [index, promise] of promises.entries()) {
    const forget = () => pending.delete(index)
    pending.add(index)
    Promise.resolve(promise).then(forget, forget)
  }
  return () => pending.size
}
