import { fireEvent, render, screen } from '@testing-library/react'
import * as auth from 'sessionchart/react'
import { Account } from './account'

test('spyOn', () => {
  const signIn = jest.spyOn(auth, 'signIn').mockResolvedValue(undefined)
  jest.spyOn(auth, 'useSession').mockReturnValue({ data: null, status: 'unauthenticated' })
  render(<Account />)
  fireEvent.click(screen.getByText('Sign in'))
  expect(signIn).toHaveBeenCalledWith('github')
  signIn.mockRestore()
  expect(jest.isMockFunction(auth.signIn)).toBe(false)
})
