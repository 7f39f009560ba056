import * as React from 'react'

type Act = (run: () => Promise<void>) => Promise<void>

const FLAG = 'IS_REACT_ACT_ENVIRONMENT'

/**
 * Lets React render what follows from it, as `act` of the testing libraries does. They say meanwhile that this is a
 * test, and so does this: without globals of the test runner nobody else has. `false` is said while they wait.
 */
export async function inAct(run: () => Promise<void>): Promise<void> {
  // Its name before React 18.3. In production there is neither.
  const act = (Reflect.get(React, 'act') ?? Reflect.get(React, 'unstable_act')) as Act | undefined
  const isTest: unknown = Reflect.get(globalThis, FLAG)
  if (!act || isTest === false) return run()
  Reflect.set(globalThis, FLAG, true)
  try {
    await act(run)
  } finally {
    Reflect.set(globalThis, FLAG, isTest)
  }
}
