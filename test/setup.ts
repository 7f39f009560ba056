import { beforeAll } from 'vitest'

// The client asks for this by itself. Tests do not wait for modules, so it is there when they begin.
beforeAll(async () => {
  await import('sessionchart/authjs')
})
