import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import * as React from 'react'

interface CallButtonProps {
  call(): Promise<unknown>
}

/** Calls something when it is clicked, and shows what came of it. */
function CallButton({ call }: CallButtonProps) {
  const [result, setResult] = React.useState('not called')
  const click = async () => setResult(JSON.stringify(await call()) ?? 'undefined')
  return (
    <>
      <p data-testid="result">{result}</p>
      <button type="button" onClick={click}>
        Call
      </button>
    </>
  )
}

export async function click(call: () => Promise<unknown>) {
  render(<CallButton call={call} />)
  await userEvent.click(screen.getByRole('button'))
}

export const shownResult = () => screen.getByTestId('result').textContent ?? ''
