import { readdirSync, readFileSync } from 'node:fs'
import { sessionMachine } from 'sessionchart/machines'
import { describe, expect, test } from 'vitest'
import { chartDrawing } from '../src/devtools/chart/chart-drawing'
import type { DrawnState } from '../src/devtools/chart/drawing'
import { nodesOf } from '../src/testing/coverage/machine-transitions'

/** In pixels: what a window of 360 has room for, beside a frame. */
const NARROW = 344

const all = (states: DrawnState[]): DrawnState[] => states.flatMap((state) => [state, ...all(state.states)])

test('the devtools have every state of the session chart to light', () => {
  const wanted = nodesOf(sessionMachine).filter(({ path }) => path.length > 1)

  const drawn = chartDrawing.flatMap(({ states }) => all(states))

  expect(drawn.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort())
  expect(drawn.filter(({ description }) => description === '')).toEqual([])
})

describe.each(chartDrawing)('the region $title in the devtools', ({ id, width, height, states, arrows }) => {
  test('fits into a narrow window', () => {
    expect(width).toBeLessThanOrEqual(NARROW)
  })

  test('has each state within what is around it', () => {
    const outside = (
      inner: DrawnState[],
      frame: Omit<DrawnState, 'id' | 'title' | 'description'>,
    ): string[] =>
      inner.flatMap((state) => [
        ...(state.x >= frame.x &&
        state.y >= frame.y &&
        state.x + state.width <= frame.x + frame.width &&
        state.y + state.height <= frame.y + frame.height
          ? []
          : [state.id]),
        ...outside(state.states, state),
      ])

    expect(outside(states, { x: 0, y: 0, width, height, states })).toEqual([])
  })

  test('has no state on another', () => {
    const overlapping = (beside: DrawnState[]): string[] =>
      beside.flatMap((one, index) => [
        ...beside
          .slice(index + 1)
          .filter(
            (other) =>
              one.x < other.x + other.width &&
              other.x < one.x + one.width &&
              one.y < other.y + other.height &&
              other.y < one.y + one.height,
          )
          .map((other) => `${one.id} / ${other.id}`),
        ...overlapping(one.states),
      ])

    expect(overlapping(states)).toEqual([])
  })

  test('has arrows between its states alone', () => {
    const ends = [`${id}#start`, ...all(states).map((state) => state.id)]

    const loose = arrows.filter(({ source, target }) => !ends.includes(source) || !ends.includes(target))

    expect(arrows).not.toEqual([])
    expect(loose).toEqual([])
  })
})

test('the page shows every picture that there is', () => {
  const docs = new URL('../docs/', import.meta.url)
  const page = readFileSync(new URL('statecharts.md', docs), 'utf8')

  const shown = [...page.matchAll(/\]\(statecharts\/([^)]+)\)/g)].map(([, name]) => name)

  expect(shown.sort()).toEqual(readdirSync(new URL('statecharts/', docs)).sort())
})
