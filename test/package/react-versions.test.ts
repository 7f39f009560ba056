import { expect, test } from 'vitest'
import { makeProject } from './project'

test.each([
  { version: '18.2', react: 'react-18.2', dom: 'react-dom-18.2' },
  { version: '18.3', react: 'react-18.3', dom: 'react-dom-18.3' },
  { version: '19.', react: 'react', dom: 'react-dom' },
])('provider and hook work on React $version', async ({ version, react, dom }) => {
  const packages = { react, 'react-dom': dom, jsdom: 'jsdom', xstate: 'xstate' }
  const { stdout } = await makeProject({ apps: ['react'], packages }).node(['render.mjs'])
  expect(JSON.parse(stdout)).toEqual({
    version: expect.stringMatching(version),
    markup: '<p>authenticated Ada</p>',
    afterHydration: 'authenticated Ada',
    readsOfHydration: 0,
    fromNothing: 'authenticated Ada',
    suspended: 'patient: Ada',
    reads: 2,
    said: [],
  })
})
