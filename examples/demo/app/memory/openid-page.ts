import { followPageAround } from './follow-page-around'

// Runs in the page of the OpenID provider: whom one chooses there goes back to the app with a code.
const target = new URL(new URLSearchParams(location.search).get('redirect_uri') ?? '', location.href)
// Anybody can link to this page. It leads nowhere but to the demo.
if (target.origin === location.origin) {
  for (const link of document.querySelectorAll('a')) {
    const code = new URL(link.href).searchParams.get('user') ?? ''
    link.href = `${target.origin}${target.pathname}?${new URLSearchParams({ code })}`
  }
}
followPageAround()
