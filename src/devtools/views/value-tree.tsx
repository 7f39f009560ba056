import type * as React from 'react'
import { clockTime } from '../text/time-text'

interface ValueTreeProps {
  name: string
  value: unknown
  /** How many levels are open at first. */
  depth?: number
}

/** A value and what is in it, to be opened level by level. */
export function ValueTree({ name, value, depth = 1 }: ValueTreeProps): React.ReactElement {
  if (!isNested(value)) {
    return (
      <div className="scd-leaf">
        <span className="scd-key">{name}</span> <Leaf value={value} />
      </div>
    )
  }
  const entries = Object.entries(value)
  return (
    <details className="scd-branch" open={depth > 0}>
      <summary>
        <span className="scd-key">{name}</span>{' '}
        <span className="scd-quiet">{sizeOf(value, entries.length)}</span>
      </summary>
      <div className="scd-inside">
        {entries.map(([key, inner]) => (
          <ValueTree key={key} name={key} value={inner} depth={depth - 1} />
        ))}
      </div>
    </details>
  )
}

const isNested = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0

const sizeOf = (value: object, size: number) => (Array.isArray(value) ? `[${size}]` : `{${size}}`)

function Leaf({ value }: { value: unknown }) {
  const kind = value === null || value === undefined ? 'nothing' : typeof value
  const isEmpty = typeof value === 'object' && value !== null
  const text = isEmpty ? (Array.isArray(value) ? '[]' : '{}') : (JSON.stringify(value) ?? String(value))
  return (
    <>
      <code data-kind={kind}>{text}</code>
      {isTime(value) && <span className="scd-quiet"> {clockTime(value)}</span>}
    </>
  )
}

const FIRST_TIME = 1e12
const LAST_TIME = 4e12

/** A number that is epoch milliseconds, by the look of it. */
const isTime = (value: unknown): value is number =>
  typeof value === 'number' && value > FIRST_TIME && value < LAST_TIME
