import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { launchBrowser } from '../browser/launch.mjs'

const LIBRARIES = {
  'next-auth v5': 'next-auth',
  'next-auth v4': 'next-auth-v4',
  'better-auth': 'better-auth',
}
const PARTS = { React: 'react', XState: 'xstate' }

/** What is measured, and what with. */
export async function readEnvironment(): Promise<Record<string, string>> {
  const browser = await launchBrowser()
  const chromium = browser.version()
  await browser.close()
  return {
    Node: process.versions.node,
    Chromium: chromium,
    processors: describeProcessors(),
    ...readVersions({ ...LIBRARIES, ...PARTS }),
  }
}

function describeProcessors(): string {
  const models = cpus().map(({ model }) => model.trim() || 'unknown')
  return `${models.length} × ${[...new Set(models)].join(', ')}`
}

const readVersions = (packages: Record<string, string>) =>
  Object.fromEntries(Object.entries(packages).map(([name, path]) => [name, readVersion(path)]))

function readVersion(path: string): string {
  const manifest = new URL(`../../node_modules/${path}/package.json`, import.meta.url)
  return JSON.parse(readFileSync(manifest, 'utf8')).version
}
