import { answerStage } from '../side/answer-stage'
import { authSiteOf } from './auth-site'
import { followPageAround } from './follow-page-around'
import { sideHere } from './places'

// Runs in the pages of the Auth.js server: it asks the one in memory what is there, and shows that.
answerStage()
followPageAround()
const response = await Promise.resolve(authSiteOf(sideHere)(new Request(location.href))).catch(() => null)
const target = response?.headers.get('location')
if (target) location.replace(target)
else show(response ? await wordsOf(response) : 'This page cannot be reached: the server does not answer.')

async function wordsOf(response: Response): Promise<string> {
  const body = await response.text()
  return new DOMParser().parseFromString(body, 'text/html').title || body
}

/** Makes it the page, which as far as the stage can tell has been loaded now, and answers no more. */
function show(words: string): void {
  document.open()
  document.write('<!doctype html><meta name="color-scheme" content="light dark"><p></p>')
  document.close()
  followPageAround()
  const [paragraph] = document.getElementsByTagName('p')
  if (paragraph) paragraph.textContent = words
}
