import type { SessionActor, SessionClient } from 'sessionchart'
import type { InspectionEvent, Observer } from 'xstate'

/** What is wanted of a client to follow it. */
export type Followed = Pick<SessionClient, 'actor' | 'isReady' | 'isRunning' | 'watch' | 'report'>

interface Follower {
  /** It is observed already. */
  knows(actor: SessionActor): boolean
  /** It has been running for a while, or is about to say that it has started. */
  begin(actor: SessionActor): void
  leave(actor: SessionActor): void
}

/** Observes the running chart of a client, and the next one when it is another. Returns the function that ends it. */
export function followClient(
  client: Followed,
  observer: Observer<InspectionEvent>,
  follower: Follower,
): () => void {
  let followed: SessionActor | null = null
  let subscription: { unsubscribe(): void } | null = null

  const observe = (event: InspectionEvent) => {
    try {
      observer.next?.(event)
    } catch (error) {
      client.report(error)
    }
  }

  function follow() {
    // A client that does not run would make an actor for the asking, and one that waits for its chart has none.
    if (!client.isRunning() || !client.isReady()) return
    const { actor } = client
    if (actor === followed || follower.knows(actor)) return
    // The one before has ended, or is about to say what it has failed at.
    subscription?.unsubscribe()
    followed = actor
    subscription = actor.system.inspect({ next: observe })
    follower.begin(actor)
  }

  const unwatch = client.watch(follow)
  follow()
  return () => {
    unwatch()
    subscription?.unsubscribe()
    if (followed) follower.leave(followed)
  }
}
