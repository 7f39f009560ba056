/** What an app imports one after the other: names, and from which entry point. */
export const features: Record<string, [names: string, entry: string]> = {
  'signIn, signOut': ['signIn, signOut', 'react'],
  'getSession, getCsrfToken, getProviders': ['getSession, getCsrfToken, getProviders', 'react'],
  useSessionState: ['useSessionState', 'react'],
  useSessionSelector: ['useSessionSelector', 'react'],
  'SignedIn, SignedOut, SessionLoading': ['SignedIn, SignedOut, SessionLoading', 'react'],
  useSuspenseSession: ['useSuspenseSession', 'react'],
  useSessionExpiry: ['useSessionExpiry', 'react'],
  'useSignIn, useSignOut': ['useSignIn, useSignOut', 'react'],
  useSessionActor: ['useSessionActor', 'react'],
  'all of sessionchart/v4': ['*', 'v4'],
  describeState: ['describeState', 'inspect'],
  createRecorder: ['createRecorder', 'inspect'],
  redact: ['redact', 'inspect'],
  statelyInspector: ['statelyInspector', 'inspect'],
  'SessionDevtools (nothing in production)': ['SessionDevtools', 'devtools'],
  SessionDevtoolsPanel: ['SessionDevtoolsPanel', 'devtools/panel'],
}
