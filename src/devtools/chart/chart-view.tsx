import type * as React from 'react'
import type { LogRow } from '../log/log-rows'
import { activeIds, pathsIn, pathText, type StateValue } from '../states/state-paths'
import { chartDrawing } from './chart-drawing'
import { RegionCard } from './region-card'
import { transitionPath } from './transition-path'

interface ChartViewProps {
  value: StateValue
  /** What has moved the chart last, if that is known. */
  move: LogRow | null
  /** It stands beside the rest, and scrolls by itself. */
  isPane: boolean
}

/** The chart with its active states lit, a card for each region. */
export function ChartView({ value, move, isPane }: ChartViewProps): React.ReactElement {
  const active = activeIds(value)
  const paths = pathsIn(value)
  return (
    <section className="scd-chart" aria-label="Chart" tabIndex={isPane ? 0 : undefined}>
      {chartDrawing.map((region) => (
        <RegionCard
          key={region.id}
          region={region}
          active={active}
          where={pathText(paths[region.id.replace(/^session\./, '')] ?? [])}
          taken={move ? transitionPath(region, move.before, move.step.value) : []}
        />
      ))}
    </section>
  )
}
