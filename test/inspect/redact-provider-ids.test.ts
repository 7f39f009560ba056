import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isProviderId } from '../../src/inspect/redaction/provider-ids'

// Files that hold no provider, or one whose id is another.
const OTHERS = ['index', 'oauth', 'oauth-types', 'oidc', 'provider-types', 'ory-hydra']

test.each(['@auth/core', 'next-auth', 'next-auth-v4'])('knows every provider of %s', (name) => {
  const ids = readdirSync(`node_modules/${name}/providers`)
    .filter((file) => file.endsWith('.js'))
    .map((file) => file.replace('.js', ''))
    .filter((id) => !OTHERS.includes(id))

  expect(ids.length).toBeGreaterThan(50)
  expect(ids.filter((id) => !isProviderId(id))).toEqual([])
})
