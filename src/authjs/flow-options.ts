import {
  type Dialect,
  type Environment,
  SessionError,
  SessionOptionError,
  type SignInAuthorizationParams,
  type SignInOptions,
  type SignOutOptions,
} from 'sessionchart/client'
import type { RedirectPolicy } from 'sessionchart/machines/session'
import type { Flow } from './flow'
import { isSafeTarget } from './safe-target'

// What is for the client and not for the form. v4 sends it all the same.
const OWN_OPTIONS = ['callbackUrl', 'redirect', 'redirectTo']

export function signInFlow(
  provider: unknown,
  options: SignInOptions,
  params: SignInAuthorizationParams | undefined,
  dialect: Dialect,
  environment: Environment,
): Flow {
  return {
    kind: 'sign-in',
    dialect,
    redirect: redirectPolicy(options.redirect, dialect === 'v4' ? 'oauth' : 'never'),
    target: targetOf(options, dialect, environment),
    // Of `onClick={signIn}` it is an event.
    provider: typeof provider === 'string' ? provider : null,
    fields: fieldsOf(options, dialect, environment.isProduction()),
    params,
  }
}

export function signOutFlow(options: SignOutOptions, dialect: Dialect, environment: Environment): Flow {
  return {
    kind: 'sign-out',
    dialect,
    // `null` goes in v4, and stays in v5.
    redirect: redirectPolicy(dialect === 'v4' ? (options.redirect ?? true) : options.redirect, 'never'),
    target: targetOf(options, dialect, environment),
    provider: null,
    fields: {},
    params: undefined,
  }
}

/** Leaves the page for the sign-in page, because the current one requires a session. */
export function requireSignInFlow(base: string, environment: Environment): Flow {
  const query = new URLSearchParams({ error: 'SessionRequired', callbackUrl: environment.href() ?? '' })
  const location = `${base}/signin?${query}`
  return {
    kind: 'leave',
    dialect: 'v5',
    redirect: 'always',
    target: location,
    location,
    provider: null,
    fields: {},
    params: undefined,
  }
}

const redirectPolicy = (redirect: boolean | undefined, otherwise: RedirectPolicy): RedirectPolicy =>
  redirect || redirect === undefined ? 'always' : otherwise

function targetOf(options: SignOutOptions, dialect: Dialect, environment: Environment): string {
  const wanted = dialect === 'v5' ? (options.redirectTo ?? options.callbackUrl) : options.callbackUrl
  return wanted ?? environment.href() ?? ''
}

/** Why the browser may not be sent to the flow's target, or `null` when it may. */
export function refuseTarget({ target }: Flow, environment: Environment): SessionError | null {
  if (isSafeTarget(target, environment)) return null
  const message = `Refused to redirect to ${JSON.stringify(target)}: not a path of this site nor an http address.`
  return new SessionError({ code: 'redirect', message, url: target })
}

function fieldsOf(options: SignInOptions, dialect: Dialect, isProduction: boolean): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of Object.entries(options)) {
    const isOwn = OWN_OPTIONS.includes(name)
    if (value === undefined || (isOwn && dialect === 'v5')) continue
    if (!isOwn && !isProduction && typeof value !== 'string' && typeof value !== 'number') {
      throw new SessionOptionError(
        `signIn option "${name}"`,
        value,
        'a string or a number: it is sent as a form field',
      )
    }
    fields[name] = String(value)
  }
  return fields
}

/** Two calls with the same key want the same: the second joins the first, as on a double click. */
export const flowKey = ({ kind, dialect, redirect, target, provider, fields, params }: Flow): string =>
  JSON.stringify([
    kind,
    dialect,
    redirect,
    target,
    provider,
    fields,
    params && String(new URLSearchParams(params)),
  ])
