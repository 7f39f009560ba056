import { expect, test } from 'vitest'
import { channelName } from '../../src/tabs/channel-name'

const PAGE = 'https://app.test/account/?tab=1#top'

test.for([
  ['/api/auth', 'sessionchart:/api/auth'],
  ['/api/auth/', 'sessionchart:/api/auth'],
  ['/api/auth//', 'sessionchart:/api/auth'],
  ['https://app.test/api/auth', 'sessionchart:/api/auth'],
  ['HTTPS://APP.test:443/api/auth/', 'sessionchart:/api/auth'],
  ['/docs/../api/auth', 'sessionchart:/api/auth'],
  ['auth', 'sessionchart:/account/auth'],
  ['', 'sessionchart:'],
  ['/other/auth', 'sessionchart:/other/auth'],
  ['https://login.test/api/auth/', 'sessionchart:https://login.test/api/auth'],
  ['http://app.test/api/auth', 'sessionchart:http://app.test/api/auth'],
] as const)('names a client of %o: %s', ([base, name]) => {
  expect(channelName(base, PAGE)).toBe(name)
})

test.for([undefined, 'about:blank', 'about:srcdoc', 'data:text/html,', 'nonsense'])(
  'takes the path as it is on a page at %s',
  (href) => {
    expect(channelName('/api/auth/', href)).toBe('sessionchart:/api/auth')
  },
)

test('knows an absolute URL without a page', () => {
  expect(channelName('https://app.test/api/auth/', undefined)).toBe('sessionchart:https://app.test/api/auth')
})

test.for([
  ['preview', 'sessionchart:preview'],
  ['', 'sessionchart:/api/auth'],
  [null, 'sessionchart:/api/auth'],
  [undefined, 'sessionchart:/api/auth'],
] as const)('takes the name that the app gives: %o', ([channel, name]) => {
  expect(channelName('/api/auth', PAGE, channel)).toBe(name)
})
