import { HERE, WHO_IS_THERE } from '../messages'

/** Says that this page is the one that belongs here. */
export function answerStage(): void {
  window.addEventListener('message', ({ source, data }) => {
    if (data === WHO_IS_THERE) source?.postMessage(HERE, { targetOrigin: '*' })
  })
}
