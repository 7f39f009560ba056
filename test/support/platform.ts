import { createContext, runInContext } from 'node:vm'
import { bundle } from './bundle'

/**
 * Bundles a script with the sources, as a bundler for browsers does: what it replaces, it replaces, and nothing
 * else of Node is there.
 */
export function bundleForBrowsers(script: string): Promise<string> {
  return bundle(script, { platform: 'browser', define: { 'process.env.NODE_ENV': '"development"' } })
}

/** What every platform has. */
export const language = {
  AbortController,
  AbortSignal,
  clearTimeout,
  console,
  Headers,
  queueMicrotask,
  Response,
  setTimeout,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
}

/** Stands for the global object itself. */
export const ITSELF = Symbol('the global object')

/** Runs a script where only the given globals exist, getters included, and gives what it exports. */
export function runOnPlatform<Exports>(code: string, globals: object): Exports {
  const module = { exports: {} }
  const descriptors = Object.getOwnPropertyDescriptors(globals)
  const context = createContext(Object.create(null, descriptors))
  Object.assign(context, { module, exports: module.exports, globalThis: context })
  for (const [name, { value }] of Object.entries(descriptors)) if (value === ITSELF) context[name] = context
  runInContext(code, context)
  return module.exports as Exports
}
