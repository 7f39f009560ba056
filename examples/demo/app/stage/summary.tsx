import type { Side } from './use-side'

/** Both results in a line: where one side stands below the other, one would not see both. */
export function Summary({ left, right }: { left: Side; right: Side }) {
  return (
    <dl className="summary">
      <Result of="next-auth" side={left} />
      <Result of="sessionchart" side={right} />
    </dl>
  )
}

function Result({ of, side: { report, gone } }: { of: string; side: Side }) {
  const status = gone === null ? (report?.status ?? 'loading') : 'gone'
  return (
    <div>
      <dt>{of}</dt>
      <dd data-status={status}>{status}</dd>
    </div>
  )
}
