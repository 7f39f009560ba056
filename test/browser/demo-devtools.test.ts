import { expect, test } from 'vitest'
import { letServer, lights, openDemo, press, shows, signInOnBothSides, takeComplaint } from './demo-stage'

const demo = openDemo()

const isInSight = async (words: RegExp) => {
  const sentence = demo.right.getByText(words)
  await sentence.waitFor()
  const box = await sentence.boundingBox()
  const height = demo.page.viewportSize()?.height ?? 0
  return box !== null && box.y >= 0 && box.y + box.height <= height
}

test('with the server switched off one sees without a click why the session is kept', async () => {
  await signInOnBothSides(demo)
  await letServer(demo.page, 'is unreachable')
  await shows(demo.left, 'unauthenticated')

  expect(await isInSight(/^Still signed in: the last request failed \(no answer\)/)).toBe(true)
  await shows(demo.right, 'authenticated')
  await takeComplaint(demo, 'SessionError')
})

test('the chart follows what one does in the app', async () => {
  await lights(demo.right, 'status.unauthenticated.known')
  await press(demo.right, 'Sign in')
  await lights(demo.right, 'status.authenticated')
  await press(demo.right, 'Sign out')
  await lights(demo.right, 'status.unauthenticated.known')
})
