type AppSession = import('sessionchart/authjs-session').DefaultSession
