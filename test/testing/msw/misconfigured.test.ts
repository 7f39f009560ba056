import { describe, expect, test } from 'vitest'
import { form, get, update } from './contract'
import { startBoth, versions } from './two-servers'

/** A status without a body is what a real server answers that is configured wrongly. */

const requests = [
  get('/session'),
  get('/csrf'),
  get('/providers'),
  update({}),
  form('/callback/credentials', { username: 'ann', password: 'ann-password' }),
  form('/signin/github'),
  form('/signout'),
]

describe.each(versions)('%s', (version) => {
  // The provider for email cannot do without one.
  const { auth, ask } = startBoth(version, { adapter: undefined })

  test('answers 500 to everything', async () => {
    auth.fail('all', { status: 500 })

    const { real, handlers } = await ask(requests)

    expect(real.map(({ status }) => status)).toEqual(requests.map(() => 500))
    expect(handlers).toEqual(real)
  })
})
