import type { SideName } from './places'

/**
 * Gives the channels of this page names of its side. Both sides are of one origin here, and sessionchart listens to
 * the tabs of next-auth on purpose: in one app that is moved from one to the other they are to agree.
 */
export function keepApart(side: SideName): void {
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name: string) {
      super(`${side}: ${name}`)
    }
  }
}
