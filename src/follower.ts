/** An abort controller that also aborts when one of its parents does. `leave` them when it is not needed any more. */
export class Follower extends AbortController {
  readonly #bond = new AbortController()

  // Not `AbortSignal.any`: browsers of 2023 do not have it.
  constructor(...parents: Array<AbortSignal | undefined>) {
    super()
    for (const parent of parents) {
      const follow = () => {
        this.abort(parent?.reason)
        this.leave()
      }
      if (parent?.aborted) follow()
      parent?.addEventListener('abort', follow, { signal: this.#bond.signal })
    }
  }

  leave(): void {
    this.#bond.abort()
  }
}
