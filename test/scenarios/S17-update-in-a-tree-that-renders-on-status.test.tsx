// @vitest-environment jsdom
import { fireEvent } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { useSession } from 'sessionchart/react'
import { expect, test, vi } from 'vitest'
import { renderApp } from '../support/app'
import { expectOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { json, networkError, type Reply } from '../support/replies'
import { passTime, settle } from '../support/time'

interface FormProps {
  onMount(): void
  onUnmount(): void
}

function Settings(props: FormProps) {
  const { status } = useSession()
  return status === 'authenticated' ? <NameForm {...props} /> : <p>one moment</p>
}

function NameForm({ onMount, onUnmount }: FormProps) {
  const { update } = useSession()
  const [name, setName] = useState('')
  useEffect(() => {
    onMount()
    return onUnmount
  }, [onMount, onUnmount])
  return (
    <>
      <input aria-label="name" value={name} onChange={(event) => setName(event.target.value)} />
      <button type="button" onClick={() => void update({ name })}>
        save
      </button>
    </>
  )
}

const renamed = { ...ann, user: { ...ann.user, name: 'Anna' } }
const answers: Array<{ what: string; reply: Reply; name: string }> = [
  { what: 'the new session', reply: json(renamed), name: 'Anna' },
  { what: 'a 500', reply: json({ message: 'Internal' }, 500), name: 'Ann' },
  { what: 'a network error', reply: networkError, name: 'Ann' },
]

describeEachReactMode(({ isStrict }) => {
  test.each(answers)('keeps the form on the page while update(data) gets $what', async ({ reply, name }) => {
    listenForNoise()
    const server = startServer({ session: ann })
    const onMount = vi.fn()
    const onUnmount = vi.fn()
    const app = renderApp({ session: ann }, <Settings onMount={onMount} onUnmount={onUnmount} />)
    const input = app.view.getByRole('textbox') as HTMLInputElement
    const mounts = isStrict ? 2 : 1

    const post = server.hold('POST /session')
    fireEvent.change(input, { target: { value: 'Anna' } })
    fireEvent.click(app.view.getByRole('button'))
    await passTime(100)

    expect(post.request?.fields.data).toEqual({ name: 'Anna' })
    expect(app.last().status).toBe('authenticated')
    expect(app.last().data).toBe(ann)
    expectOurs(app.last().state.isUpdating).toBe(true)

    post.answer(reply)
    await settle()

    expectOurs(app.last().state.isUpdating).toBe(false)
    expect(app.last().data).toHaveProperty('user.name', name)
    expect(app.statuses()).toEqual(['authenticated'])
    expect(onMount).toHaveBeenCalledTimes(mounts)
    expect(onUnmount).toHaveBeenCalledTimes(mounts - 1)
    expect(input.isConnected).toBe(true)
    expect(input.value).toBe('Anna')
  })
})
