/** A session as Auth.js sends it. */
export interface TestSession {
  user: { name: string; email: string; [field: string]: unknown }
  expires: string
}

const EXPIRES = '2099-01-01T00:00:00.000Z'

export const ann: TestSession = { user: { name: 'Ann', email: 'ann@example.com' }, expires: EXPIRES }
export const bob: TestSession = { user: { name: 'Bob', email: 'bob@example.com' }, expires: EXPIRES }

export const PASSWORD = 'correct horse'

/** The same words in another object, as a server sends them every time. */
export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
