import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser'
import { renderDependencyCruiser } from '../../server/report/graph-dependency-cruiser.ts'
import { harbour, texts } from './harbour.ts'
import { viewOf } from './view.ts'

const rules = [{ id: 'boundaries/layers', title: 'An import upwards', level: 'error' as const }]
const depcruiseFmt = join(dirname(fileURLToPath(import.meta.resolve('dependency-cruiser'))), '../../bin/depcruise-fmt.mjs')
const ours: ICruiseResult = JSON.parse(renderDependencyCruiser(harbour, { rules }))

let folder = ''
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'harbour-'))
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  writeFileSync(join(folder, 'cruise.json'), JSON.stringify(ours))
})
after(() => rmSync(folder, { recursive: true }))

/** That tool checks what it reads against its own schema, and says so where it does not hold. */
function formatted(type: string): string {
  return execFileSync(process.execPath, [depcruiseFmt, '-T', type, 'cruise.json'], { cwd: folder, encoding: 'utf8', env: { LC_ALL: 'en_US.UTF-8', NO_COLOR: '1' } })
}

test('its schema finds a fault where there is one', () => {
  writeFileSync(join(folder, 'faulty.json'), JSON.stringify({ ...ours, summary: {} }))
  assert.throws(() => execFileSync(process.execPath, [depcruiseFmt, '-T', 'json', 'faulty.json'], { cwd: folder, stdio: 'pipe' }), /not valid/)
})

test('modules, dependencies and metrics are those that dependency-cruiser finds itself', async () => {
  const found = await cruise(['src'], { baseDir: folder, tsPreCompilationDeps: true, metrics: true, moduleSystems: ['es6', 'cjs'] })
  assert.ok(typeof found.output === 'object')
  const files = ({ modules }: ICruiseResult) => modules.filter(({ source }) => source.startsWith('src/')).sort((a, b) => (a.source < b.source ? -1 : 1)).map(comparable)
  assert.deepEqual(files(ours), files(found.output))
  const folders = ({ folders = [] }: ICruiseResult) => folders.filter(({ moduleCount }) => moduleCount > 0)
    .map(({ name, moduleCount, afferentCouplings, efferentCouplings, instability, dependencies = [] }) => ({
      name, moduleCount, afferentCouplings, efferentCouplings, instability,
      inside: dependencies.filter((dependency) => dependency.name.startsWith('src')).map((dependency) => ({ to: dependency.name, circular: dependency.circular, cycle: dependency.cycle })),
    }))
  assert.deepEqual(folders(ours), folders(found.output))
})

/** Packages are not installed there, and then it knows them by their bare names. */
function comparable({ source, dependencies, dependents, orphan, instability }: IModule) {
  const ends = dependencies.map(({ module, moduleSystem, dynamic, dependencyTypes, circular, resolved, followable }) => ({
    module, moduleSystem, dynamic, circular, followable, ...(followable && { resolved, dependencyTypes }),
  }))
  return { source, dependents: [...dependents].sort(), orphan, instability, dependencies: ends.sort((a, b) => (a.module < b.module ? -1 : 1)) }
}

test('a cycle runs from the dependency back to the module, over dependencies that there are', () => {
  const bySource = new Map(ours.modules.map((module) => [module.source, module]))
  const cyclic = ours.modules.flatMap(({ source, dependencies }) => dependencies.flatMap(({ resolved, cycle }) => (cycle === undefined ? [] : [{ source, resolved, names: cycle.map(({ name }) => name) }])))
  assert.equal(cyclic.length, 9)
  for (const { source, resolved, names } of cyclic) {
    assert.equal(names[0], resolved)
    assert.equal(names.at(-1), source)
    for (const [index, name] of names.entries()) {
      const next = names[index + 1]
      if (next !== undefined) assert.ok(bySource.get(name)?.dependencies.some((dependency) => dependency.resolved === next), `${name} -> ${next}`)
    }
  }
})

test('dot draws every file in its folder, and marks what breaks a rule', () => {
  const dot = formatted('dot')
  assert.match(dot, /subgraph "cluster_src\/office" \{label="office" "src\/office\/desk\.ts"/)
  assert.match(dot, /"src\/quay\/crane\.ts" -> "src\/quay\/gate\.ts" \[xlabel="boundaries\/cycles" tooltip="boundaries\/cycles" .*color="red"/)
  assert.match(dot, /"src\/office\/desk\.ts" -> "src\/quay\/gate\.ts" \[xlabel="no-paper" tooltip="no-paper" .*color="red"/)
  assert.match(dot, /"src\/quay\/berth\.ts" -> "src\/office\/phone\.ts" \[xlabel="boundaries\/layers" .*color="orange"/)
  assert.match(dot, /"src\/office\/desk\.ts" -> "node_modules\/zod" \[xlabel="vendors\/sdk" .*color="blue"/)
  assert.match(dot, /"src\/quay\/buoy\.ts" \[.*tooltip="boundaries\/orphans".*color="red"/)
  assert.match(dot, /"src\/office\/phone\.ts" -> "src\/office\/desk\.ts" \[.*style="dashed"/)
})

test('d2 and mermaid draw every node and edge', () => {
  const d2 = formatted('d2')
  assert.match(d2, /"src"\."quay"\."crane\.ts" -> "src"\."quay"\."gate\.ts": .*stroke: red/)
  assert.equal(d2.match(/ -> /g)?.length, ours.summary.totalDependenciesCruised)
  const mermaid = formatted('mermaid')
  assert.equal(mermaid.match(/-->/g)?.length, ours.summary.totalDependenciesCruised)
  for (const path of Object.keys(texts)) assert.ok(mermaid.includes(`["${path.split('/').at(-1)}"]`), path)
  assert.doesNotMatch(mermaid, /undefined/)
})

test('html has a row and a column for every module, and colours by severity', () => {
  const html = formatted('html')
  assert.equal(html.match(/<td class="first-cell/g)?.length, 2 * ours.modules.length)
  assert.match(html, /class="cell cell-error" title="boundaries\/cycles:\nsrc\/quay\/crane\.ts -> src\/quay\/gate\.ts"/)
  assert.match(html, /class="cell cell-ignore" title="boundaries\/layers:\nsrc\/office\/phone\.ts -> src\/quay\/crane\.ts"/)
})

test('metrics lists couplings and instability', () => {
  const metrics = formatted('metrics')
  assert.match(metrics, /^folder +src\/quay +4 +4 +3 +43%/m)
  assert.match(metrics, /^folder +src\/office +2 +1 +6 +86%/m)
  assert.match(metrics, /^module +src\/quay\/gate\.ts +1 +2 +1 +33%/m)
})

test('err-long says each finding with its reason; what the baseline holds is only counted', () => {
  const text = formatted('err-long')
  assert.match(text, /error no-paper: src\/office\/desk\.ts → src\/quay\/gate\.ts\s+Paper gets wet/)
  assert.match(text, /error boundaries\/orphans: src\/quay\/buoy\.ts\s/)
  assert.match(text, /warn boundaries\/layers: src\/quay\/berth\.ts → src\/office\/phone\.ts\s+An import upwards/)
  assert.match(text, /5 dependency violations \(3 errors, 1 warnings\)\. 10 modules, 13 dependencies cruised/)
  assert.match(text, /1 known violations ignored/)
})

test('the summary tells a cycle and a way through other files hop by hop', () => {
  const told = ours.summary.violations.map(({ type, from, to, cycle, via }) => ({ type, from, to, hops: (cycle ?? via)?.map(({ name }) => name) }))
  assert.deepEqual(told[0], { type: 'reachability', from: 'src/office/desk.ts', to: 'src/quay/berth.ts', hops: ['src/quay/gate.ts', 'src/quay/berth.ts'] })
  assert.deepEqual(told[4], { type: 'cycle', from: 'src/quay/crane.ts', to: 'src/quay/gate.ts', hops: ['src/quay/gate.ts', 'src/quay/berth.ts', 'src/quay/crane.ts'] })
  assert.deepEqual(told[5], { type: 'module', from: 'src/quay/buoy.ts', to: 'src/quay/buoy.ts', hops: undefined })
})

test('its own formatter counts the same', () => {
  const { summary } = JSON.parse(formatted('json'))
  const said = ({ violations }: ICruiseResult['summary']) => violations.map(({ from, rule }) => `${rule.severity} ${rule.name}: ${from}`).sort()
  assert.deepEqual(said(ours.summary), said(summary))
  for (const key of ['error', 'warn', 'info', 'ignore', 'totalCruised', 'totalDependenciesCruised'] as const) assert.equal(ours.summary[key], summary[key], key)
})

test('without a report there is a graph and no violation', () => {
  const result: ICruiseResult = JSON.parse(renderDependencyCruiser(viewOf(texts), { rules }))
  assert.equal(result.summary.violations.length, 0)
  assert.ok(result.modules.every(({ valid, dependencies }) => valid && dependencies.every((dependency) => dependency.valid)))
  assert.equal(result.summary.totalDependenciesCruised, ours.summary.totalDependenciesCruised)
})
