import type { CreateLibrary } from './library'

/** What React itself needs for the same app. */
export const createLibrary: CreateLibrary = () => ({
  provide: (app) => app,
  useUser: () => ({ name: 'Ann' }),
  usePart: () => 'Ann',
  refetch() {},
  update() {},
  signOut() {},
  isIdle: () => true,
})
