import { HERE, WHO_IS_THERE } from '../app/messages'

export interface OpenIdUser {
  id: string
  name: string
  email: string
}

/** The page that asks who somebody is. A link for each user adds their id to the path. */
export const openIdPage = (users: OpenIdUser[], path: string, script = '') => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in · OpenID provider</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
  main { max-width: 22rem; margin: 3rem auto; padding: 0 1rem }
  a { display: block; margin: 0.5rem 0; padding: 0.6rem 1rem; border: 1px solid; border-radius: 0.5rem; color: inherit }
</style>
<main>
  <h1>OpenID provider</h1>
  <p>Who are you?</p>
  ${users.map(({ id, name }) => `<a href="${path}?user=${id}">Continue as ${name}</a>`).join('\n  ')}
</main>
<script>
  // In a frame of the demo: this page is no accident.
  addEventListener('message', ({ source, data }) => {
    if (data === '${WHO_IS_THERE}') source.postMessage('${HERE}', '*')
  })
  ${script}
</script>
</html>
`
