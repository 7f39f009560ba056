/** Sessions as a server gives them. Each call makes a new object, as each answer does. */
const EXPIRES = '2099-01-01T00:00:00.000Z'

export const ann = (expires = EXPIRES) => ({ user: { name: 'Ann', email: 'ann@example.com' }, expires })
export const bob = (expires = EXPIRES) => ({ user: { name: 'Bob', email: 'bob@example.com' }, expires })

/** Ann's session with a field that the app has added. */
export const themed = (theme: string, expires?: string) => Object.assign(ann(expires), { theme })
