import { listening } from './scope'

export const listenToTabs = listening((tell, signal, { tabs }) => tabs.listen(tell, signal))
