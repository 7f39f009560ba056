import { fireEvent, render, screen } from '@testing-library/react'
import { signOut, useSession } from 'sessionchart/react'
import { Account } from './account'

jest.mock('sessionchart/react', () => ({
  __esModule: true,
  ...jest.requireActual('sessionchart/react'),
  useSession: jest.fn(() => ({ data: { user: { name: 'Ada' } }, status: 'authenticated' })),
  signOut: jest.fn(),
}))

test('factory', () => {
  render(<Account />)
  fireEvent.click(screen.getByText('Sign out Ada'))
  expect(signOut).toHaveBeenCalledWith({ redirect: false })
  expect(useSession).toHaveBeenCalled()
})
