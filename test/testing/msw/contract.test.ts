import { beforeEach, describe, expect, test } from 'vitest'
import { listenForNoise } from '../../support/noise'
import { journeys, readSession, readToken, requests, signInAnn, signOut } from './requests'
import { startBoth, versions } from './two-servers'

/** The handlers, and the server without msw, give the same answers to the same requests as the real servers. */

describe.each(versions)('%s', (version) => {
  const { ask, enter } = startBoth(version)
  // What goes wrong is said, too.
  beforeEach(() => void listenForNoise())

  test.each(requests)('$text', async (request) => {
    for (const before of [[], [readToken, signInAnn]]) {
      enter()
      const { real, handlers, alone } = await ask([...before, request, readSession])
      expect(handlers).toEqual(real)
      expect(alone).toEqual(real)
    }
  })

  test.each(journeys)('remembers where to go, or not: $text, $text', async (...steps) => {
    const { real, handlers, alone } = await ask([...steps, signOut])
    expect(handlers).toEqual(real)
    expect(alone).toEqual(real)
  })
})
