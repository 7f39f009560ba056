/** Auth.js logs what is thrown in it, by an app's callback as a rule, and answers with an error that does not say. */
export function report(error: unknown): void {
  console.error(
    'sessionchart: the Auth.js server in memory answered as one in trouble does, because this was thrown.',
    error,
  )
}
