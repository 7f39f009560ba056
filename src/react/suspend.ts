import * as React from 'react'

/** Suspends until the promise resolves, unless that is over. */
export function suspend(promise: Promise<void>, isOver: boolean): void {
  // Not by its name: bundlers refuse to look for an export of React 19 in React 18.
  const use = Reflect.get(React, 'use') as ((promise: Promise<void>) => void) | undefined
  // Also when it is over: React 19 wants to see again what a render has waited for.
  if (use) use(promise)
  else if (!isOver) throw promise
}
