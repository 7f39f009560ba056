export interface Probe<T> {
  /** Renders nothing, but notes what its hook gives. */
  Probe: () => null
  /** What it was rendered with since the start, or since `forget`. StrictMode renders twice. */
  seen: T[]
  latest(): T
  forget(): void
}

export function createProbe<T>(useValue: () => T): Probe<T> {
  const seen: T[] = []
  let last: T
  return {
    Probe() {
      last = useValue()
      seen.push(last)
      return null
    },
    seen,
    latest: () => last,
    forget: () => seen.splice(0),
  }
}
