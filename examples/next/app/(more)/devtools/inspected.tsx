'use client'

import { useState } from 'react'
import { SessionDevtools } from 'sessionchart/devtools'
import { statelyInspector } from 'sessionchart/inspect'

const stately = statelyInspector()

export function Inspected() {
  const [failure, setFailure] = useState('')
  const open = () => stately.open().catch((error: Error) => setFailure(error.message))
  return (
    <>
      <button type="button" onClick={open}>
        Inspect
      </button>
      <p>{failure}</p>
      <SessionDevtools />
    </>
  )
}
