import { Hono } from 'hono'
import { stageApi } from '../../server/stage-api'
import { answerFetch } from './answer-fetch'
import { followPageAround } from './follow-page-around'
import { lastPageOf } from './last-page'
import { demoPath } from './places'
import { switches } from './switches-here'
import { takeBackground } from './take-background'

const left = { url: 'left/index.html', lastPage: () => lastPageOf('left') }
const right = { url: 'right/index.html', lastPage: () => lastPageOf('right') }
const site = new Hono().route(`${demoPath}api`, stageApi(left, right, switches))

// Runs before the stage, which is the same as with a server.
answerFetch(`${demoPath}api`, (request) => site.fetch(request))
followPageAround()
takeBackground()
