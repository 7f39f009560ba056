import { fireEvent, render, screen } from '@testing-library/react'
import { signIn, useSession } from 'sessionchart/react'
import { Account } from './account'

jest.mock('sessionchart/react')

test('automock', () => {
  useSession.mockReturnValue({ data: null, status: 'unauthenticated', update: jest.fn() })
  render(<Account />)
  fireEvent.click(screen.getByText('Sign in'))
  expect(signIn).toHaveBeenCalledWith('github')
})
