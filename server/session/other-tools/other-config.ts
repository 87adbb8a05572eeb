// Another tool's configuration, from the disk to plain data.

import { dirname, join } from 'node:path/posix'
import type { Path } from '../../../rules/model/place.ts'
import type { Beside } from '../../adopt/from/beside.ts'
import { isCode, parseData, type Data } from '../../adopt/from/data.ts'
import type { OtherTool } from '../../adopt/from/index.ts'
import { decode } from '../../engine/index.ts'
import { disk } from '../../io/disk.ts'
import { pathExists } from '../../io/project-root.ts'
import { runSettings } from '../../io/run-settings.ts'

/** 'code' has to be run to be read: `path` says what makes it so: itself, or what it extends. */
export type OtherConfig =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'code'; readonly path: string }
  | { readonly kind: 'failed'; readonly message: string; readonly hint?: string }

const limitMs = 20_000

/** The first of the places where a tool looks, and finds itself spoken of. */
export function findOtherConfig(root: string, tool: OtherTool): Path | undefined {
  return tool.configs.find((path) => {
    if (!pathExists(root, path)) return false
    if (tool.speaksIn === undefined) return true
    const read = readOtherConfig(root, path, tool)
    return read.kind === 'value' ? tool.speaksIn(read.value) : true
  })
}

/** The further files that belong to a tool's configuration, of those that there are. */
export function readBeside(root: string, { isBeside }: OtherTool, paths: readonly Path[]): Beside {
  const files = disk(root)
  const beside = new Map<Path, Data>()
  for (const path of isBeside === undefined ? [] : paths.filter((each) => isBeside(each))) {
    const reading = files.read(path)
    if (reading.kind === 'missing') continue
    beside.set(path, reading.kind === 'problem' ? { kind: 'broken', message: reading.problem.message } : parseData(path, decode(reading.bytes)))
  }
  return beside
}

/** As data: nothing runs. */
export function readOtherConfig(root: string, path: Path, tool: OtherTool): OtherConfig {
  const files = disk(root)
  const read = (own: Path, above: readonly Path[]): OtherConfig => {
    if (above.includes(own)) return { kind: 'failed', message: `${own} extends itself, by way of ${above.at(-1) ?? own}` }
    if (isCode(own)) return { kind: 'code', path: own }
    const reading = files.read(own)
    if (reading.kind === 'missing') return { kind: 'failed', message: `there is no ${own}` }
    if (reading.kind === 'problem') return { kind: 'failed', message: reading.problem.message }
    const data = parseData(own, decode(reading.bytes))
    if (data.kind === 'broken') return { kind: 'failed', message: data.message }
    return tool.hasExtends === false ? data : withBases(data.value, tool.hasExtends, (name) => read(join(dirname(own), name), [...above, own]))
  }
  return read(path, [])
}

/** Names stand for what they lead to. One that is no JSON beside it may be code, and a package's is. */
function withBases(value: unknown, which: true | 'local', read: (name: string) => OtherConfig): OtherConfig {
  if (typeof value !== 'object' || value === null || !('extends' in value)) return { kind: 'value', value }
  const bases: unknown[] = []
  for (const name of [value.extends].flat()) {
    if (typeof name !== 'string') continue
    if (which === 'local' && !name.startsWith('.')) {
      bases.push(name)
      continue
    }
    const base = name.startsWith('.') && (which === 'local' || name.endsWith('.json')) ? read(name) : { kind: 'code' as const, path: name }
    if (base.kind !== 'value') return base
    bases.push(base.value)
  }
  return { kind: 'value', value: { ...value, extends: bases } }
}

/** In a process of its own, once, with a limit of time. */
export function runOtherConfig(root: string, path: Path, { hasExtends, code }: OtherTool): OtherConfig {
  return runSettings({ path, root, hasExtends, limitMs, ...code })
}
