/** A region of the chart, placed: all lengths in pixels, all places within the region. */
export interface DrawnRegion {
  /** Such as `session.status`. */
  id: string
  title: string
  description: string
  width: number
  height: number
  states: DrawnState[]
  arrows: DrawnArrow[]
  /** The middle of the dot from which the first state is entered. */
  start?: { x: number; y: number }
}

export interface DrawnState {
  /** Such as `session.status.loading`. */
  id: string
  title: string
  description: string
  x: number
  y: number
  width: number
  height: number
  /** Those in it. Their title stands below that of the state around them. */
  states: DrawnState[]
}

export interface DrawnArrow {
  /** The id of a state; of the region and `#start` for the arrow that comes out of the dot. */
  source: string
  target: string
  /** The line, for the `d` of a path. */
  path: string
  /** Its tip, for the `d` of a path that is filled. */
  tip: string
  /** The names of its events, one under the other; the place of their middle. Not where there is no room. */
  label?: { x: number; y: number; lines: string[] }
}
