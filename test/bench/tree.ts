// `npm run bench:tree -- FILES [RUNS] [FOLDER]`: all figures in a generated monorepo of so many source files, the same each time; it stays where a
// folder is given, which must be empty or not there. `npm run bench:tree -- growth [RUNS]`: how cost grows from 5,000 files to 50,000.

import { mkdirSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { figureTable } from './print.ts'
import { growthFigure, keystrokeFigure, manyRulesFigure } from './figures.ts'
import { growthRatio } from './growth.ts'
import { installPeers } from './install-peers.ts'
import { keystrokesInside } from './keystroke-inside.ts'
import { manyRulesRatio } from './many-rules.ts'
import { measureTree } from './measure-tree.ts'
import { writeMonorepo } from './monorepo/monorepo.ts'
import { plan } from './monorepo/plan.ts'
import { progress } from './progress.ts'
import { commitAll, temporaryFolder } from './repository.ts'
import { runsOf } from './runs-of.ts'

const [what, runs, folder] = process.argv.slice(2)
if (what === 'growth') await growth(runsOf(runs))
else if (what !== undefined && /^\d+$/.test(what)) await oneTree(Number(what), runsOf(runs))
else throw new Error('say how many files: npm run bench:tree -- 5000; or: npm run bench:tree -- growth')

async function oneTree(size: number, runs: number): Promise<void> {
  installPeers()
  const root = generated(size, folder)
  console.log(`${size} files, generated in ${root}${folder === undefined ? ', until this ends' : ''}`)
  await measureTree(root, runs, () => root)
  console.log(figureTable([manyRulesFigure(200, await manyRulesRatio(root, plan(size).packages, 200, runs))]))
}

async function growth(runs: number): Promise<void> {
  const [small, large] = [5000, 50_000]
  const [smallRoot, largeRoot] = [generated(small), generated(large)]
  const growth = growthFigure([small, large], await growthRatio(smallRoot, largeRoot, runs))
  console.log(figureTable([growth, keystrokeFigure(small, await keystrokesInside(smallRoot, 300)), keystrokeFigure(large, await keystrokesInside(largeRoot, 300))]))
}

/** As a repository. Absolute. */
function generated(size: number, into?: string): string {
  const root = into === undefined ? temporaryFolder() : resolve(into)
  mkdirSync(root, { recursive: true })
  if (readdirSync(root).length > 0) throw new Error(`${root} is not empty`)
  progress(`writing ${size} files`)
  writeMonorepo(plan(size), root)
  progress('committing them')
  commitAll(root)
  progress('')
  return root
}
