import * as React from 'react'
import type { DrawnArrow, DrawnRegion } from './drawing'
import { ArrowLabel, ArrowShape, OuterTitles, StateShape } from './shapes'

interface RegionCardProps {
  region: DrawnRegion
  /** The ids of the states that are active. */
  active: ReadonlySet<string>
  /** They in words. */
  where: string
  /** The arrows of the last transition. */
  taken: DrawnArrow[]
}

/** How high a card is without its picture. */
const FRAME_PX = 62
/** How high a row of the grid is that the cards are packed into. */
const ROW_PX = 4
const DOT = 4
/** Half of the thickest line. */
const EDGE = 2

/** A region of the chart as a picture, under its name and the state that it is in. */
export const RegionCard = React.memo(Card, isSame)

/** `active` has the states of all regions, and `where` those of this one. */
function isSame(before: RegionCardProps, after: RegionCardProps): boolean {
  return (
    before.region === after.region &&
    before.where === after.where &&
    before.taken.length === after.taken.length &&
    before.taken.every((arrow, index) => arrow === after.taken[index])
  )
}

function Card({ region, active, where, taken }: RegionCardProps): React.ReactElement {
  const { title, description, width, height, states, arrows, start } = region
  const rows = Math.ceil((height + FRAME_PX) / ROW_PX)
  return (
    <article className="scd-region" style={{ '--scd-rows': rows } as React.CSSProperties}>
      <header className="scd-region-head" title={description}>
        <h3 className="scd-h3">{title}</h3>
        <span className="scd-where">{where}</span>
      </header>
      <div className="scd-picture">
        <svg
          viewBox={`${-EDGE} ${-EDGE} ${width + 2 * EDGE} ${height + 2 * EDGE}`}
          style={{ width: width + 2 * EDGE }}
          role="img"
          aria-label={`${title}: ${where}`}
        >
          {states.map((state) => (
            <StateShape key={state.id} state={state} active={active} />
          ))}
          {start && <circle className="scd-dot" cx={start.x} cy={start.y} r={DOT} />}
          {arrows.map((arrow) => (
            <ArrowShape key={nameOf(arrow)} arrow={arrow} isTaken={taken.includes(arrow)} />
          ))}
          {/* Those of the last transition lie on top. */}
          {taken.map((arrow) => (
            <ArrowShape key={nameOf(arrow)} arrow={arrow} isTaken />
          ))}
          {states.map((state) => (
            <OuterTitles key={state.id} state={state} active={active} />
          ))}
          {arrows.map((arrow) => (
            <ArrowLabel key={nameOf(arrow)} arrow={arrow} isTaken={taken.includes(arrow)} />
          ))}
        </svg>
      </div>
    </article>
  )
}

const nameOf = ({ source, target }: DrawnArrow) => `${source} ${target}`
