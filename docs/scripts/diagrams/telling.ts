/**
 * The arrows that tell most about each region of the session chart, for the overview: source, event, target.
 * The chart must have them: it is read first. A state that none of them reaches gets the first arrow to it.
 */
export const tellingArrows: Record<string, Array<[source: string, event: string, target: string]>> = {
  status: [
    ['starting', 'always', 'loading'],
    ['loading', 'session.answered', 'authenticated'],
    ['loading', 'session.failed', 'unauthenticated.unreachable'],
    ['authenticated', 'session.answered', 'unauthenticated.known'],
    ['unauthenticated', 'session.answered', 'authenticated'],
  ],
  request: [
    ['idle', 'session.refetch', 'reading'],
    ['idle', 'session.update', 'updating'],
    ['idle', 'operation.began', 'lent'],
    ['lent', 'operation.ended', 'choosing'],
    ['idle', 'page.leaving', 'held'],
    ['idle', 'otherTab.began', 'yielding'],
    ['yielding', 'otherTab.ended', 'choosing'],
    ['idle', 'session.refetch', 'resting'],
    ['resting', 'alarm done', 'choosing'],
    ['reading', 'readSession done', 'choosing'],
    ['updating', 'updateSession done', 'choosing'],
    ['held', 'operation.ended', 'choosing'],
    ['choosing', 'lane.freed', 'idle'],
    ['choosing', 'lane.freed', 'waiting'],
    ['waiting', 'alarm done', 'reading'],
    ['reading', 'page.left', 'suspended'],
    ['suspended', 'page.restored', 'choosing'],
  ],
  operation: [
    ['idle', 'session.signIn', 'signingIn'],
    ['idle', 'session.signOut', 'signingOut'],
    ['signingIn', 'signIn done', 'idle'],
    ['signingIn', 'signIn done', 'leaving'],
    ['signingOut', 'signOut done', 'idle'],
    ['signingOut', 'signOut done', 'leaving'],
    ['leaving', 'page.restored', 'idle'],
  ],
  polling: [
    ['choosing', 'always', 'off'],
    ['choosing', 'always', 'waiting'],
    ['off', 'session.answered', 'choosing'],
    ['waiting', 'network.lost', 'paused'],
    ['paused', 'network.restored', 'waiting'],
  ],
  lifetime: [
    ['choosing', 'always', 'open'],
    ['choosing', 'always', 'running'],
    ['running', 'alarm done', 'expiring'],
    ['expiring', 'alarm done', 'confirming'],
    ['confirming', 'after confirmLimit', 'open'],
    ['confirming', 'session.answered', 'choosing'],
  ],
  network: [
    ['online', 'network.lost', 'offline'],
    ['offline', 'network.restored', 'online'],
  ],
  visibility: [
    ['visible', 'tab.becameHidden', 'hidden'],
    ['hidden', 'tab.becameVisible', 'visible'],
    ['hidden', 'page.left', 'away'],
    ['away', 'page.restored', 'visible'],
  ],
  tabs: [
    ['listening', 'tabs.unavailable', 'alone'],
    ['listening', 'page.left', 'silent'],
    ['silent', 'page.restored', 'listening'],
  ],
}

/** The states from which nearly all arrows of a region lead, and to which they come back. */
export const hubs: Record<string, string[]> = { request: ['choosing', 'idle'] }
