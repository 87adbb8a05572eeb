/* What a module opens to others, as it and the files further down that speak of it say. */
import { describe } from '../../rules/model/describe.ts'
import type { Workspace } from '../../rules/model/layout.ts'
import type { PathPattern } from '../../rules/model/pattern.ts'
import type { Path, Place } from '../../rules/model/place.ts'
import type { Api, ApiWay, Module } from '../../rules/model/policy.ts'
import type { Bindings } from '../../rules/model/selector.ts'
import { bind } from '../../rules/model/take.ts'
import type { ApiEntryConfig, ModuleConfig } from './config.ts'

/** The path from the folder of its module. */
type Inside = (path: Path) => Path

export function apiOf({ api, at }: ModuleConfig, bindings: Bindings, workspace: Workspace | undefined, inside: Inside): Module['api'] {
  if (api === undefined) return workspace?.exports === undefined ? 'open' : exportsOf(workspace.exports, at)
  switch (api.kind) {
    case 'open': return 'open'
    case 'exports': return workspace?.exports === undefined ? 'open' : exportsOf(workspace.exports, api.at)
    case 'index': return oneWay((path) => isIndex(inside(path)), api.at, 'index')
    case 'list': return { at: api.at, written: api.entries.map(writeEntry).join(', '), ways: api.entries.map((entry) => wayOf(entry, bindings, inside)) }
  }
}

/** What an heir opens of its folder, beside what the project opens. */
export function both(outer: Module['api'], heirs: Module['api'], folder: Path): Module['api'] {
  if (heirs === 'open') return outer
  const elsewhere: ApiWay = { exposes: (path) => !path.startsWith(`${folder}/`), at: heirs.at, written: heirs.written }
  const ofFolder: Api = { ...heirs, ways: [...heirs.ways, elsewhere] }
  return outer === 'open' ? ofFolder : { ...outer, also: [...outer.also ?? [], ofFolder] }
}

function exportsOf(exports: readonly Path[], at: Place): Module['api'] {
  const exposed = new Set(exports)
  return oneWay((path) => exposed.has(path), at, 'exports')
}

/** An api that is open to everybody, by every name. */
export function oneWay(exposes: (path: Path) => boolean, at: Place, written: string): Module['api'] {
  return { at, written, ways: [{ exposes, at, written }] }
}

function wayOf(entry: ApiEntryConfig, bindings: Bindings, inside: Inside): ApiWay {
  const patterns = entry.files.map(({ value }) => value.bind(bindings))
  return {
    exposes: (path) => takesAny(patterns, inside(path)), at: entry.at, written: writeEntry(entry),
    ...(entry.to === undefined ? {} : { to: bind(entry.to, bindings) }),
    ...(entry.names === undefined ? {} : { names: entry.names.map(({ value }) => value.bind(bindings)) }),
  }
}

/** 'write to tag:writer, as save' */
function writeEntry({ files, to, names }: ApiEntryConfig): string {
  const conditions = [...(to === undefined ? [] : [`to ${describe(to)}`]), ...(names === undefined ? [] : [`as ${names.map(({ value }) => value.written).join(', ')}`])]
  const opened = files.map(({ value }) => value.written).join(', ')
  return [opened, ...conditions].join(' ')
}

function takesAny(patterns: readonly PathPattern[], path: Path): boolean {
  return patterns.some((pattern) => pattern.match(path) !== undefined)
}

function isIndex(inside: Path): boolean {
  return /^(index\.[^/]+|__init__\.py)$/.test(inside)
}
