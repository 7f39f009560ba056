/** A value, and where it is kept. What is read is nobody else's: it may be changed. */
export interface Kept<Value> {
  read(): Value
  write(value: Value): void
}

/** Kept for as long as this program runs. */
export function keptInMemory<Value>(first: Value): Kept<Value> {
  let kept = first
  return {
    read: () => structuredClone(kept),
    write(value) {
      kept = value
    },
  }
}
