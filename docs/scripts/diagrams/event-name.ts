import type { AnyStateNode } from 'xstate'

/** What starts a transition, for a reader: `xstate.done.actor.0.session.request.reading` is `readSession done`. */
export function nameEvent(eventType: string, node: AnyStateNode): string {
  if (eventType === '') return 'always'
  const after = /^xstate\.after\.(.+)$/.exec(eventType)
  if (after?.[1]) return `after ${after[1].replace(`.${node.id}`, '')}`
  if (eventType.startsWith('xstate.done.state.')) return 'done'
  const actor = /^xstate\.(done|error|snapshot)\.actor\.(.+)$/.exec(eventType)
  if (!actor?.[2]) return eventType
  const src = node.invoke.find(({ id }) => id === actor[2])?.src
  const happening = { done: 'done', error: 'failed', snapshot: 'changed' }[actor[1] as 'done']
  return `${typeof src === 'string' ? src : actor[2]} ${happening}`
}
