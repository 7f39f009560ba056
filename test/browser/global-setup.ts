import type { TestProject } from 'vitest/node'
import { startOpenIdProvider } from '../../examples/demo/server/openid-provider'
import { type BuiltApp, buildApp, type Version } from './build-app'
import { findBrowser } from './launch.mjs'
import { runDemos } from './run-demo'

declare module 'vitest' {
  interface ProvidedContext {
    apps: Record<Version, BuiltApp>
    openId: { url: string; clientId: string; clientSecret: string }
    /** Where one gets a demo. */
    demos: string
  }
}

const users = [{ id: 'olive', name: 'Olive', email: 'olive@example.com' }]

/**
 * What all test files need and none of them need make anew: the built apps, somebody to be redirected to, and the
 * demo.
 */
export default async function setup(project: TestProject) {
  // Here, so that files that start together do not all unpack one.
  const [v4, v5, openId, demos] = await Promise.all([
    buildApp('v4'),
    buildApp('v5'),
    startOpenIdProvider(users),
    runDemos(),
    findBrowser(),
  ])
  const { url, clientId, clientSecret } = openId
  project.provide('apps', { v4, v5 })
  project.provide('openId', { url, clientId, clientSecret })
  project.provide('demos', demos.url)
  return async () => {
    demos.stop()
    await openId.stop()
  }
}
