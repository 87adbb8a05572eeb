// Each rule of `forbidden` is an entry of `rules`, of `cycles`, or a check.

import type { Entry } from '../draft.ts'
import { isNothing, type Selector } from '../selector.ts'
import { cyclesOf } from './circular.ts'
import { endsTaken, givensOf, importers, type Paths } from './ends.ts'
import { betweenFolders } from './folders.ts'
import { isSame, written } from './kinds.ts'
import { orphansOf, stabilityOf } from './measured.ts'
import { reachOf } from './reach.ts'
import { countsOf } from './required.ts'
import { endsOf, restrictions, unspecified, type Way } from './restrictions.ts'
import type { CruiserRule } from './rule-set.ts'
import { cannot, ending, type Said } from './said.ts'
import type { Setting } from './scene.ts'
import { pathsOf } from './sides.ts'

export function forbiddenOf(rule: CruiserRule, setting: Setting): Said {
  const { from, to, module } = rule
  if (module !== undefined) return countsOf(rule, module, setting)
  if ('orphan' in from) return orphansOf(rule, setting)
  if ('reachable' in to) return reachOf(rule, setting)
  if ('moreUnstable' in to) return stabilityOf(rule, setting)
  if (to['circular'] === true) return cyclesOf(rule, setting)
  if (to['circular'] === false) return cannot(rule, 'to.circular: false asks for imports that are in no cycle, and bulkhead forbids cycles only')
  return rule.isAboutFolders ? betweenFolders(rule, setting) : importsOf(rule, setting)
}

function importsOf(rule: CruiserRule, setting: Setting): Said {
  const paths = pathsOf(rule)
  if ('unreadable' in paths) return cannot(rule, paths.unreadable)
  const asked = givensOf(paths.to.path, paths.to.pathNot)
  const from = importers(paths.from, setting, { prefix: 'g', asked })
  if (typeof from === 'object' && 'unreadable' in from) return cannot(rule, from.unreadable)
  const { ways, left } = restrictions(rule.to, setting)
  if (('preCompilationOnly' in rule.to) && !setting.specifies) return cannot(rule, unspecified)
  const entries = ways.flatMap((way) => entryOf(rule, from, paths.to, way, setting))
  const unsaid = left.map((reason) => ({ what: rule.name, reason }))
  if (entries.length > 0 || unsaid.length > 0) return { entries, unsaid }
  return cannot(rule, 'no import can break it there either: what it is about is excluded, or not looked at')
}

function entryOf(rule: CruiserRule, from: Selector, to: Paths, way: Way, setting: Setting): readonly Entry[] {
  const ends = endsTaken({ ...to, ...endsOf(way) }, setting)
  if (isNothing(ends) || way.kinds.size === 0) return []
  return [{
    section: 'rules', what: rule.name,
    value: {
      id: rule.name, from, forbid: ends,
      ...(!isSame(way.kinds, setting.kinds) && { kinds: written(way.kinds) }),
      ...(way.written !== undefined && { written: way.written }),
      ...ending(rule),
    },
  }]
}
