import type { RecordedEvent } from 'sessionchart/inspect'
import { sessionMachine } from 'sessionchart/machines'

/** How an event reads in a list. Those that XState makes have long names: what an effect has answered, a limit. */
export function eventText(event: RecordedEvent): string {
  const { type } = event
  const answer = /^xstate\.(done|error)\.actor\.(\d+)\.(.+)$/.exec(type)
  if (answer) return answerText(answer, event)
  const [, limit, place] = /^xstate\.after\.(.+?)\.session\.(.+)$/.exec(type) ?? []
  return place === undefined ? type : `${limit} of ${place.replaceAll('.', ' · ')} is over`
}

function answerText([, kind, index, state = '']: RegExpExecArray, event: RecordedEvent): string {
  const effect = effectOf(state, Number(index))
  if (kind === 'error') return `${effect} has failed`
  const { type } = Object((event as { output?: unknown }).output)
  return typeof type === 'string' ? `${effect}: ${type}` : `${effect} is over`
}

/** The effect that a state runs, by its name; a recording of another version may have a state that is gone. */
function effectOf(state: string, index: number): string {
  const node = state
    .split('.')
    .slice(1)
    .reduce<Node | undefined>((outer, name) => outer?.states[name], sessionMachine.root)
  const src = node?.invoke[index]?.src
  return typeof src === 'string' ? src : state
}

type Node = { states: Record<string, Node>; invoke: Array<{ src: unknown }> }
