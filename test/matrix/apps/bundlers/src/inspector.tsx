import { SessionDevtools } from 'sessionchart/devtools'
import { SessionDevtoolsPanel } from 'sessionchart/devtools/panel'

/** The panel, and in a development build the button that opens it in a corner. */
export default function Inspector() {
  return (
    <>
      <SessionDevtools />
      <SessionDevtoolsPanel />
    </>
  )
}
