import type { DrawnArrow, DrawnState } from './drawing'

const CORNER = 7
const LINE_HEIGHT = 16
const TITLE_HEIGHT = 28
const BESIDE = 10
/** From the middle of a line of text down to its baseline. */
const TO_BASELINE = 4.5

interface StateShapeProps {
  state: DrawnState
  /** The ids of the states that are active. */
  active: ReadonlySet<string>
}

/** A state and the states in it. */
export function StateShape({ state, active }: StateShapeProps) {
  const { id, title, description, x, y, width, height, states } = state
  const isOuter = states.length > 0
  return (
    <g className="scd-state" data-state={id} data-active={active.has(id)} data-outer={isOuter}>
      <title>{`${title}: ${description}`}</title>
      <rect x={x} y={y} width={width} height={height} rx={CORNER} />
      {!isOuter && (
        <text x={x + width / 2} y={y + TITLE_HEIGHT / 2 + TO_BASELINE} textAnchor="middle">
          {title}
        </text>
      )}
      {states.map((inner) => (
        <StateShape key={inner.id} state={inner} active={active} />
      ))}
    </g>
  )
}

/** The titles of the states that hold others. They come last, because arrows lead past them. */
export function OuterTitles({ state, active }: StateShapeProps) {
  const { id, title, x, y, states } = state
  if (states.length === 0) return null
  return (
    <>
      <text
        className="scd-outer-title"
        data-active={active.has(id)}
        x={x + BESIDE}
        y={y + TITLE_HEIGHT / 2 + TO_BASELINE}
      >
        {title}
      </text>
      {states.map((inner) => (
        <OuterTitles key={inner.id} state={inner} active={active} />
      ))}
    </>
  )
}

interface ArrowProps {
  arrow: DrawnArrow
  /** It is of the last transition. */
  isTaken: boolean
}

/** The line of an arrow, and its tip. */
export function ArrowShape({ arrow: { path, tip }, isTaken }: ArrowProps) {
  return (
    <g className="scd-arrow" data-taken={isTaken}>
      <path d={path} fill="none" />
      <path d={tip} />
    </g>
  )
}

/** The events that an arrow stands for, one under the other. */
export function ArrowLabel({ arrow: { label }, isTaken }: ArrowProps) {
  if (!label) return null
  const top = label.y - ((label.lines.length - 1) * LINE_HEIGHT) / 2 + TO_BASELINE
  return (
    <g className="scd-label-text" data-taken={isTaken}>
      {label.lines.map((line, index) => (
        <text key={line} x={label.x} y={top + index * LINE_HEIGHT} textAnchor="middle">
          {line}
        </text>
      ))}
    </g>
  )
}
