export type {
  AuthCallbacks,
  AuthEndpoint,
  AuthFailure,
  Authorize,
  AuthRequest,
  AuthVersion,
  TestProvider,
  TestUser,
} from 'sessionchart/testing/server'
export { type AuthHandlers, type AuthHandlersOptions, authHandlers } from './auth-handlers'
