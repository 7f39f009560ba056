import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.doUnmock('react')
  vi.resetModules()
})

/** React as Server Components have it: without contexts. */
async function load() {
  vi.resetModules()
  vi.doMock('react', async (original) => {
    const { createContext, ...rest } = await original<typeof import('react')>()
    return { ...rest, createContext: undefined }
  })
  return import('sessionchart/react')
}

test('loads where React has no contexts, and says there what does not work', async () => {
  const { SessionProvider, useSession, SessionContext } = await load()

  expect(SessionContext).toBeUndefined()
  const message = 'React Context is unavailable in Server Components'
  expect(() => SessionProvider({ children: null })).toThrow(message)
  expect(() => useSession()).toThrow(message)
})
