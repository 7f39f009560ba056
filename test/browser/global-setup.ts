import type { TestProject } from 'vitest/node'
import { startOpenIdProvider } from '../../examples/demo/server/openid-provider'
import { type BuiltApp, buildApp, type Version } from './build-app'
import { findBrowser } from './launch.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    apps: Record<Version, BuiltApp>
    openId: { url: string; clientId: string; clientSecret: string }
  }
}

const users = [{ id: 'olive', name: 'Olive', email: 'olive@example.com' }]

/** What all test files need and one of them need not make anew: the built apps, and somebody to be redirected to. */
export default async function setup(project: TestProject) {
  // Here, so that files that start together do not all unpack one.
  const [v4, v5, openId] = await Promise.all([
    buildApp('v4'),
    buildApp('v5'),
    startOpenIdProvider(users),
    findBrowser(),
  ])
  const { url, clientId, clientSecret } = openId
  project.provide('apps', { v4, v5 })
  project.provide('openId', { url, clientId, clientSecret })
  return openId.stop
}
