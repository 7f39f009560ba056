/** Answers a request. It throws where the connection fails. */
export type Answer = (request: Request) => Response | Promise<Response>

/** Lets requests for what is below a path be answered in this page. All others go out as they did. */
export function answerFetch(path: string, answer: Answer): void {
  const send = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const { origin, pathname } = new URL(input instanceof Request ? input.url : input, document.baseURI)
    const isHere = origin === location.origin && pathname.startsWith(`${path}/`)
    return isHere ? answerUnlessAborted(new Request(input, init), answer) : send(input, init)
  }
}

function answerUnlessAborted(request: Request, answer: Answer): Promise<Response> {
  const { signal } = request
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason)
    if (signal.aborted) return giveUp()
    signal.addEventListener('abort', giveUp)
    Promise.resolve(answer(request)).then(resolve, reject)
  })
}
