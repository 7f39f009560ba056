import { answerFetch } from './answer-fetch'
import { authSiteOf } from './auth-site'
import { followPageAround } from './follow-page-around'
import { keepApart } from './keep-apart'
import { authPathOf, sideHere } from './places'

// Runs before the app of a side, which is the same as with a server.
answerFetch(authPathOf(sideHere), authSiteOf(sideHere))
keepApart(sideHere)
followPageAround()
