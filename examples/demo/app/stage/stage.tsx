import { useCallback, useEffect, useRef, useState } from 'react'
import type { Trouble } from '../../server/switches'
import { SIGN_IN } from '../messages'
import { Controls } from './controls'
import { SideFrame } from './side-frame'

interface Setting {
  left: string
  right: string
  trouble: Trouble
}

const post = (path: string) => fetch(path, { method: 'POST' })

/** Two apps side by side, and the switches that act on both. */
export function Stage() {
  const [setting, setSetting] = useState<Setting | null>(null)
  const [round, setRound] = useState(0)
  const frames = useRef<HTMLIFrameElement[]>([])

  useEffect(() => {
    const read = () =>
      fetch('/api/stage')
        .then((response) => response.json())
        .then(setSetting)
        .catch(() => {})
    read()
    // Another tab may have moved the switches.
    window.addEventListener('focus', read)
    return () => window.removeEventListener('focus', read)
  }, [])

  const signIn = () => {
    for (const frame of frames.current) frame.contentWindow?.postMessage(SIGN_IN, '*')
  }
  const startOver = async () => {
    await post('/api/start-over')
    if (setting) setSetting({ ...setting, trouble: 'none' })
    setRound(round + 1)
  }
  const addFrame = useCallback((frame: HTMLIFrameElement) => {
    frames.current.push(frame)
    return () => {
      frames.current = frames.current.filter((other) => other !== frame)
    }
  }, [])

  return (
    <main className="stage">
      <div>
        <h1>The same app twice. One import differs.</h1>
        <p className="lead">
          Both ask the server every four seconds who is signed in. <strong>Sign in on both sides</strong>,
          then let the server answer <strong>500</strong> and wait for the next question.
        </p>
      </div>
      {setting && (
        <>
          <Controls
            trouble={setting.trouble}
            onTrouble={(trouble) => {
              setSetting({ ...setting, trouble })
              post(`/api/trouble?is=${trouble}`)
            }}
            onSignIn={signIn}
            onEndSessions={() => post('/api/end-sessions')}
            onStartOver={startOver}
          />
          <div className="sides">
            <SideFrame name="next-auth/react" url={`${setting.left}/?round=${round}`} onFrame={addFrame}>
              Auth.js's own client, version 5
            </SideFrame>
            <SideFrame name="sessionchart/react" url={`${setting.right}/?round=${round}`} onFrame={addFrame}>
              the same source, the other import
            </SideFrame>
          </div>
        </>
      )}
    </main>
  )
}
