interface Shared {
  end(): void
  users: number
}

/** Does something once for all who want it of the same object, until the last of them has ended it. */
export function createSharedCalls<Key extends object>() {
  const all = new Map<Key, Shared>()
  return {
    /** Gives the function that ends it for this user. */
    join(key: Key, begin: (key: Key) => () => void): () => void {
      const shared = all.get(key) ?? { end: begin(key), users: 0 }
      all.set(key, shared)
      shared.users += 1
      let isIn = true
      return () => {
        if (!isIn) return
        isIn = false
        shared.users -= 1
        if (shared.users > 0) return
        all.delete(key)
        shared.end()
      }
    },
  }
}
