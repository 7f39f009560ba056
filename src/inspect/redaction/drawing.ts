import { descriptions } from 'sessionchart/machines'
import { safely } from './careful-reading'
import { charts } from './vocabulary'

interface Drawing {
  states?: Record<string, Drawing>
}

/** The charts as plain JSON, for whoever draws them: states, transitions and names, without the functions. */
let drawings: Map<unknown, object> | undefined

const makeDrawings = () =>
  new Map<unknown, object>(
    charts.map(({ config, id }) => [config, describe(JSON.parse(JSON.stringify(config)), id)]),
  )

// The build has taken the texts out of the charts.
function describe(drawing: Drawing, id: string): object {
  const states = Object.entries(drawing.states ?? {}).map(([key, state]) => [
    key,
    describe(state, `${id}.${key}`),
  ])
  return {
    ...drawing,
    description: descriptions[id],
    ...(states.length > 0 && { states: Object.fromEntries(states) }),
  }
}

/** The drawing of the chart that an actor runs, if it runs one of ours: others may have data in them. */
export const drawingOf = (logic: unknown): object | undefined =>
  safely(() => {
    // Most who load this draw nothing.
    drawings ??= makeDrawings()
    return drawings.get(Object(logic).config)
  }, undefined)
