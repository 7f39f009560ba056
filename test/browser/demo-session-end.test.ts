import { test } from 'vitest'
import { openDemo, press, shows, signInOnBothSides } from './demo-stage'

const demo = openDemo()

test('sessions end when the stage says so', async () => {
  await signInOnBothSides(demo)
  await press(demo.page, 'End the sessions in 20 s')
  await shows(demo.right, 'unauthenticated')
  await shows(demo.left, 'unauthenticated')
}, 60_000)
