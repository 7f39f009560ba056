import type { Session } from 'sessionchart'
import { createClient, type SessionClient, type SessionClientOptions } from 'sessionchart/client'
import { lateEngine } from 'sessionchart/late-engine'

/** Makes a client that is there for the first render, and does its work as soon as its engine is loaded. */
export const createOwnClient = (options: SessionClientOptions): SessionClient =>
  createClient<Session>(lateEngine, options)
