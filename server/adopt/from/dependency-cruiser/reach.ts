// `reachable`: a chain of imports counts as one. Asked from the side that is reached, so that everyone who comes there is found, and not the
// last of them alone: between the two, a file may be one of `from` as well.

import type { Path } from '../../../../rules/model/place.ts'
import type { Yaml } from '../draft.ts'
import { allOf, everyFile, isNothing } from '../selector.ts'
import { bound } from './bound.ts'
import { endsTaken, everyEnd, givensOf, importers, isUnreadable, type Paths } from './ends.ts'
import { filesTaken, nothingAsked, type Naming } from './paths.ts'
import { turnedRound } from './turned-round.ts'
import { pathsOf } from './sides.ts'
import type { CruiserRule } from './rule-set.ts'
import { cannot, ending, type Said } from './said.ts'
import type { Setting } from './scene.ts'

export function reachOf(rule: CruiserRule, setting: Setting): Said {
  const paths = pathsOf(rule)
  if ('unreadable' in paths) return cannot(rule, paths.unreadable)
  const said = rule.to['reachable'] === true ? forbidden : missing
  if (givensOf(paths.to.path, paths.to.pathNot).size === 0) return said(rule, paths, setting)
  const turned = turnedRound(paths)
  if (turned !== undefined) return said(rule, turned, setting, { prefix: 'g', asked: givensOf(paths.to.path) })
  const ways = bound(paths, setting.ground.files)
  if (ways === undefined) return cannot(rule, 'its groups cannot be asked for from the side that is reached, and take too much to be written out')
  const all = ways.map((way) => said(rule, way, setting))
  return { entries: all.flatMap(({ entries }) => entries), unsaid: all.flatMap(({ unsaid }) => unsaid).slice(0, 1) }
}

interface Sides {
  readonly from: Paths
  readonly to: Paths
}

function forbidden(rule: CruiserRule, { from: own, to: other }: Sides, setting: Setting, naming?: Naming): Said {
  const from = importers(own, setting)
  const to = naming === undefined ? endsTaken({ ...other, ...everyEnd }, setting) : importers(other, withAll(setting), naming)
  if (isUnreadable(from)) return cannot(rule, from.unreadable)
  if (isUnreadable(to)) return cannot(rule, to.unreadable)
  if (isNothing(to)) return cannot(rule, 'nothing that it names can be reached')
  return { entries: [{ section: 'rules', what: rule.name, value: { id: rule.name, to, forbid: from, ...chain(setting), ...ending(rule) } }], unsaid: [] }
}

/** `reachable: false` finds what nobody reaches: each of `to` must be reached by `from`. */
function missing(rule: CruiserRule, { from: own, to: other }: Sides, setting: Setting, naming?: Naming): Said {
  const [to, from] = [importers(other, withAll(setting), naming), importers(own, setting)]
  if (isUnreadable(to)) return cannot(rule, to.unreadable)
  if (isUnreadable(from)) return cannot(rule, from.unreadable)
  const starts = own.path?.regexp === undefined ? undefined : filesOf(own, setting.ground.files)
  if (starts?.length === 0) return cannot(rule, 'there is no file that it asks the way from, and then dependency-cruiser finds nothing')
  // Whoever is the only one to start from need not be reached.
  const asked = starts?.length === 1 ? allOf([to], [`path:${starts[0] ?? ''}`]) : to
  const unsaid = to === everyFile ? [{ what: rule.name, reason: 'bulkhead asks it of files alone, and not of packages' }] : []
  return { entries: [{ section: 'rules', what: rule.name, value: { id: rule.name, to: asked, require: from, ...chain(setting), ...ending(rule) } }], unsaid }
}

function filesOf({ path, pathNot }: Paths, files: readonly Path[]): readonly Path[] {
  return files.filter((file) => path?.regexp?.test(file) === true && pathNot?.regexp?.test(file) !== true)
}

/** What nobody follows can be reached all the same, and no way leads on from there. */
function withAll({ unfollowed: _unfollowed, ...setting }: Setting): Omit<Setting, 'unfollowed'> {
  return setting
}

export function chain({ unfollowed, ground }: Setting): { readonly reach: true; readonly via?: Yaml } {
  return { reach: true, ...(unfollowed !== undefined && { via: { not: filesTaken(unfollowed, ground, nothingAsked) } }) }
}
