import { createRoot } from 'react-dom/client'
import { Stage } from './stage'
import '../look.css'
import './stage.css'

createRoot(document.getElementById('root') as HTMLElement).render(<Stage />)
