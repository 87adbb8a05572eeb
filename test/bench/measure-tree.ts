// All figures of one large tree: a whole check beside the peers', a check of what is staged, a first configuration, and a key pressed in the server.

import { coldCheck } from './cold-check.ts'
import { figuresOf, initFigure, keystrokeFigure, stagedFigure, type Figure } from './figures.ts'
import { initRatio } from './init.ts'
import { keystrokesInside } from './keystroke-inside.ts'
import { costTable, figureTable } from './print.ts'
import { folderProject } from './projects.ts'
import { sourcesOf } from './sources-of.ts'
import { stagedRatio } from './staged.ts'

const keys = 300

/** `writableOf`: the same tree, given what is listed in it, as a repository that may be written to. */
export async function measureTree(root: string, runs: number, writableOf: (listed: readonly string[]) => string): Promise<void> {
  const { listed, sources } = sourcesOf(root)
  const project = folderProject(root, writableOf(listed), sources)
  console.log(`\nCold check of ${project.name} (${sources.length} sources), ${runs} pairs of runs with each`)
  const costs = await coldCheck(project, sources, runs)
  console.log(costTable(costs))
  const others: readonly Figure[] = [
    keystrokeFigure(sources.length, await keystrokesInside(root, keys)),
    stagedFigure(await stagedRatio(project.writable, sources, runs)),
    initFigure(await initRatio(project.writable, runs)),
  ]
  console.log(`\n${figureTable([...figuresOf(costs), ...others])}`)
}
