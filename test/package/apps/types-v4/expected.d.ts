type AppSession = import('next-auth').Session
