import type { RecordedClient } from 'sessionchart/devtools'
import { EventLog } from '../log/event-log'
import { RecordingTools } from '../recording/recording-tools'
import { StateView } from '../views/state-view'
import { TabsView } from '../views/tabs-view'
import { TryList } from '../views/try-list'
import type { Tab } from './tab-list'
import type { Shown } from './use-shown'

interface PanelTabsProps extends RecordedClient {
  shown: Shown
}

/** What stands on tabs however wide the panel is, by its importance. */
export function panelTabs({ client, recorder, shown }: PanelTabsProps): Tab[] {
  const { session, live, isNow, recording, rows, step } = shown
  return [
    {
      name: 'Log',
      content: () => <EventLog rows={rows} chosen={isNow ? null : step} onLook={shown.lookAt} />,
    },
    {
      name: 'State',
      content: () => session && <StateView state={session.state} isNow={isNow} />,
    },
    {
      name: 'Other tabs',
      content: () => session && <TabsView snapshot={session.snapshot} recording={recording} isNow={isNow} />,
    },
    {
      name: 'Try',
      content: () => <TryList client={client} snapshot={live.snapshot} />,
    },
    {
      name: 'Recording',
      content: () => (
        <RecordingTools recorder={recorder} recording={recording} past={shown.past} onOpen={shown.open} />
      ),
    },
  ]
}
