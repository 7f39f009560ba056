/** The output of the invoked actor whose completion (`onDone`) is being handled. */
export function outputOf<Output>(event: unknown): Output {
  return (event as { output: Output }).output
}

/** What the invoked actor threw whose failure (`onError`) is being handled. */
export function errorOf(event: unknown): unknown {
  return (event as { error: unknown }).error
}
