import { expect, test } from 'vitest'
import { makeProject } from './project'

const project = makeProject({ apps: ['node'], packages: { react: 'react', xstate: 'xstate' } })
// Without this Node takes the ES module for a `require` too, which is what makes the mixed case one instance.
const commonJs = ['--no-experimental-require-module']

test.each([
  { how: 'imported', ways: ['import'], flags: [] },
  { how: 'required', ways: ['require'], flags: commonJs },
  { how: 'imported and required', ways: ['import', 'require'], flags: [] },
])('all entries share context, client and errors when $how', async ({ ways, flags }) => {
  const { stdout } = await project.node([...flags, 'instances.mjs', ...ways])
  expect(JSON.parse(stdout)).toEqual({
    SessionContext: 1,
    SessionError: 1,
    useSession: 1,
    createSessionClient: 1,
    sessionMachine: 1,
    clients: 1,
    signInsThatReachTheClient: true,
    errorsAreSessionErrors: true,
  })
})
