import { writeApiReports } from './api-report'
import { writeChartsLock } from './charts-lock'
import { FOLDER } from './kept-files'

export const CHARTS_LOCK = `${FOLDER}charts.lock.json`

/** Everything that says what the package promises: paths from the root of the repository, and texts. */
export function makeFiles(root: URL): Record<string, string> {
  const reports = Object.entries(writeApiReports(root)).map(([name, text]) => [FOLDER + name, text] as const)
  return { [CHARTS_LOCK]: writeChartsLock(), ...Object.fromEntries(reports) }
}
