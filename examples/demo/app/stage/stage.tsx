import { SIGN_IN } from '../messages'
import { Actions } from './actions'
import { ServerSwitches } from './server-switches'
import { SideFrame } from './side-frame'
import { Summary } from './summary'
import { useSetting } from './use-setting'
import { useSide } from './use-side'

/** Two apps side by side, and the switches that act on both. */
export function Stage() {
  const { setting, change } = useSetting()
  const left = useSide('left')
  const right = useSide('right')

  const signIn = () => {
    for (const { frame } of [left, right]) frame.current?.contentWindow?.postMessage(SIGN_IN, '*')
  }
  return (
    <main className="stage">
      <h1>The same app twice. One import differs.</h1>
      <p className="lead">
        Both ask the server every four seconds. <strong>Sign in on both sides</strong>, let the server answer{' '}
        <strong>500</strong>, and wait for the next question. Then let it be <strong>well</strong> again.
      </p>
      {setting && (
        <>
          <div className="controls">
            <div className="switchboard">
              <ServerSwitches
                trouble={setting.trouble}
                onTrouble={(trouble) => change(`api/trouble?is=${trouble}`)}
              />
              <Summary left={left} right={right} />
            </div>
            <Actions
              isReady={[left, right].every(({ report }) => report)}
              endsAt={setting.endsAt}
              onSignIn={signIn}
              onEndSessions={() => change('api/end-sessions')}
              onStartOver={() => change('api/start-over')}
            />
          </div>
          <div className="sides">
            <SideFrame name="next-auth/react" url={`${setting.left}?round=${setting.round}`} side={left}>
              Auth.js's own client, version 5
            </SideFrame>
            <SideFrame name="sessionchart/react" url={`${setting.right}?round=${setting.round}`} side={right}>
              the same source, the other import
            </SideFrame>
          </div>
        </>
      )}
    </main>
  )
}
