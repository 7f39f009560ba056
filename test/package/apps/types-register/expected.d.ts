type AppSession = { user: { id: string; role: 'admin' | 'reader'; name: string }; expires: string }
