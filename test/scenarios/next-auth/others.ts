import { endWithout } from '../../support/compared'

// What next-auth v5 has nothing of, by the names under which the scenarios import it.

export const createSessionClient = () => endWithout('createSessionClient')
/** Of `sessionchart/v4`, which stands beside `sessionchart/react`. next-auth v4 is another package. */
export const signIn = () => endWithout('sessionchart/v4')
export const useSession = () => endWithout('sessionchart/v4')
