import { readFileSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const isOfPage = ({ moduleId }: TestSpecification) =>
  readFileSync(moduleId, 'utf8').includes('@vitest-environment jsdom')
const kindOf = (file: TestSpecification) => `${file.project.name} ${isOfPage(file)}`

/**
 * Files of one project and environment follow each other. A process is kept for the next file only if that has the same
 * ones, and to load jsdom takes a second.
 */
export class ByProcess extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const kinds = new Map(sorted.map((file) => [file, kindOf(file)]))
    return sorted.sort((a, b) => String(kinds.get(a)).localeCompare(String(kinds.get(b))))
  }
}
