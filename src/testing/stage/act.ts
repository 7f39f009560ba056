import * as React from 'react'

type Act = (run: () => Promise<void>) => Promise<void>

/**
 * Lets React render what follows from it, as `act` of the testing libraries does. Before React 18.3 there is no such
 * function in React itself, and without their environment nobody needs it.
 */
export async function inAct(run: () => Promise<void>): Promise<void> {
  const act = Reflect.get(React, 'act') as Act | undefined
  await (act && Reflect.get(globalThis, 'IS_REACT_ACT_ENVIRONMENT') ? act(run) : run())
}
