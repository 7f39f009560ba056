import type { SessionClient } from 'sessionchart/client'

const answers = new WeakMap<SessionClient, Promise<void>>()

/** Resolves when somebody has said who is signed in, or nobody could be asked. The client runs until then. */
export function firstAnswer(client: SessionClient): Promise<void> {
  const answer = answers.get(client) ?? waitFor(client)
  answers.set(client, answer)
  return answer
}

/** Whether somebody has asked for it. */
export const isAwaited = (client: SessionClient): boolean => answers.has(client)

async function waitFor(client: SessionClient): Promise<void> {
  // Not while a component renders, which is when this is called.
  await Promise.resolve()
  const release = client.hold()
  let unsubscribe = () => {}
  await new Promise<void>((resolve) => {
    const look = () => {
      if (client.getState().data !== undefined) resolve()
    }
    unsubscribe = client.subscribe(look)
    look()
  })
  unsubscribe()
  release()
}
