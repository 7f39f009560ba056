import { type Recording, replay } from 'sessionchart/inspect'
import { expect, test } from 'vitest'
import { allShow, prepareStage } from './stage'

const stage = prepareStage()

const isRead = ({ method, path }: { method: string; path: string }) =>
  method === 'GET' && path.startsWith('/api/auth/session')

const stepsIn = ({ parts }: Recording) => parts.flatMap(({ steps }) => steps)
const causesIn = (recording: Recording) =>
  stepsIn(recording).flatMap(({ cause }) => (cause ? [cause.type] : []))
const saysFailed = (recording: Recording) =>
  stepsIn(recording).some(
    ({ event }) => event.type === 'otherTab.failed' || Object(Object(event).output).type === 'unknown',
  )

test('recordings of two tabs replay to the same states in Node and in the tabs', async () => {
  const tabs = await stage.openMany(2, 'sessionchart', { record: 1, refetchInterval: 1 })
  const [one, other] = tabs as [(typeof tabs)[0], (typeof tabs)[0]]
  await allShow(tabs, 'unauthenticated')
  await one.signIn('ann')
  await allShow(tabs, 'authenticated Ann')
  const before = stage.reads()
  await expect.poll(() => stage.reads()).toBeGreaterThan(before)
  let tries = 0
  stage.server.intercept((request) => {
    if (!isRead(request)) return undefined
    tries += 1
    return tries === 1 ? new Response('', { status: 503 }) : undefined
  })
  await expect.poll(() => tries).toBeGreaterThan(1)
  await other.signOut()
  await allShow(tabs, 'unauthenticated')

  const recordings = await Promise.all(tabs.map(({ page }) => page.evaluate(() => window.recording())))

  const [ofOne, ofOther] = recordings as [Recording, Recording]
  expect(causesIn(ofOne).slice(-2)).toEqual(['signed-in', 'signed-out-in-other-tab'])
  expect(causesIn(ofOther).slice(-2)).toEqual(['signed-in-in-other-tab', 'signed-out'])
  expect(recordings.map(saysFailed)).toEqual([true, true])
  expect(JSON.stringify(recordings)).not.toMatch(/ann|127\.0\.0\.1/i)
  for (const recording of recordings) {
    const { sameChart, differences, parts } = replay(recording)
    expect(differences).toEqual([])
    expect(sameChart).toBe(true)
    expect(parts[0]?.snapshots).toHaveLength(stepsIn(recording).length + 1)
    expect(parts.at(-1)?.snapshots.at(-1)?.hasTag('signed-out')).toBe(true)
  }
  const differences = await one.page.evaluate((recorded) => window.replay(recorded).differences, ofOther)
  expect(differences).toEqual([])
})
