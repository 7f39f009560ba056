import { Hono } from 'hono'
import { type Switches, troubles } from './switches'

/** What the stage needs to know of a side. */
export interface Side {
  /** Where its app is, without what is asked for. */
  url: string
  /** The path of the last page that its frame has come to. */
  lastPage(): string
}

/** What the stage asks for: how the switches are set, and that they are moved. */
export function stageApi(left: Side, right: Side, switches: Switches): Hono {
  const setting = () => ({ left: left.url, right: right.url, ...switches.setting })
  const app = new Hono()
  app.get('/stage', ({ json }) => json(setting()))
  app.post('/trouble', ({ req, body, json }) => {
    const trouble = troubles.find((known) => known === req.query('is'))
    if (!trouble) return body(null, 400)
    switches.setTrouble(trouble)
    return json(setting())
  })
  app.post('/end-sessions', ({ json }) => {
    switches.endSessionsSoon()
    return json(setting())
  })
  app.post('/start-over', ({ json }) => {
    switches.startOver()
    return json(setting())
  })
  // Where its frame is, the browser does not tell a page of another origin.
  app.get('/last-page/left', ({ text }) => text(left.lastPage()))
  app.get('/last-page/right', ({ text }) => text(right.lastPage()))
  return app
}
