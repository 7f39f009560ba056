import { REDACTED } from './vocabulary'

/** A property of the object's own. A getter is not called: it may do anything. */
export function readOwn(object: object, key: string): unknown {
  const property = Object.getOwnPropertyDescriptor(object, key)
  return property && !('value' in property) ? REDACTED : property?.value
}

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Made of properties, and of no class. */
export function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** Of something that throws when it is looked at, nothing is known. */
export function safely<T, Otherwise>(look: () => T, otherwise: Otherwise): T | Otherwise {
  try {
    return look()
  } catch {
    return otherwise
  }
}
