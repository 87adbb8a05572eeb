import type { Path } from '../../../rules/model/place.ts'
import type { FileId } from '../../../rules/model/graph.ts'
import type { Project, Rule } from '../../../rules/model/rule.ts'
import { isOn, withSeverity, type Found } from './with-severity.ts'

/** What rules that judge files one by one say of them; files without a finding are left out. */
export type FoundInFiles = ReadonlyMap<Path, readonly Found[]>

/** An earlier check by the same rules and policy, over the same files: what it found in those that are not affected stands. */
export interface Earlier {
  readonly found: FoundInFiles
  readonly affected: ReadonlySet<Path>
}

export function foundInFiles(project: Project, rules: readonly Rule[], earlier?: Earlier): FoundInFiles {
  const { files, idOf } = project.graph
  const judges = rules.flatMap((rule) => rule.judges === 'files' && isOn(project, rule) ? { judge: rule.of(project), judged: withSeverity(project, rule) } : [])
  const found = new Map([...earlier?.found ?? []].filter(([path]) => earlier?.affected.has(path) !== true))
  const judge = (path: Path, file: FileId): void => {
    let inFile: readonly Found[] = none
    for (const { judge, judged } of judges) {
      const said = judge(file)
      if (said.length > 0) inFile = [...inFile, ...judged(said)]
    }
    if (inFile.length > 0) found.set(path, inFile)
  }
  if (earlier === undefined) for (const [file, path] of files.entries()) judge(path, file)
  else for (const path of earlier.affected) judge(path, idOf.get(path) ?? -1)
  return found
}

const none: readonly Found[] = []
