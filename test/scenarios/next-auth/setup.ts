import { afterEach, beforeEach, expect } from 'vitest'
import { openPage } from './react'

beforeEach(openPage)

afterEach(({ task }) => {
  const { assertionCalls } = expect.getState()
  if (task.meta.notAsked && assertionCalls === 0) task.meta.isOursAlone = true
})
