/** Auth.js logs what is thrown in it, by an app's callback as a rule, and answers with an error that does not say. */
export function report(error: unknown): void {
  console.error(
    'sessionchart: authHandlers() answered as a server in trouble does, because this was thrown.',
    error,
  )
}
