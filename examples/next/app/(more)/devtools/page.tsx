import { Inspected } from './inspected'

/** The panel is there in development. Stately's inspector draws the charts anywhere, if its package is installed. */
export default function Page() {
  return (
    <>
      <h1>Devtools</h1>
      <Inspected />
    </>
  )
}
