export interface WatchedChannels {
  /** Stands in for the platform's. */
  Channel: typeof BroadcastChannel
  /** Those that were opened and are not closed. */
  open: Set<BroadcastChannel>
}

export function watchChannels(): WatchedChannels {
  const open = new Set<BroadcastChannel>()
  class Channel extends globalThis.BroadcastChannel {
    constructor(name: string) {
      super(name)
      open.add(this)
    }

    override close() {
      open.delete(this)
      super.close()
    }
  }
  return { Channel, open }
}
