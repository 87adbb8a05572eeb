// `orphan` and `moreUnstable`: checks, each of which there is once.

import type { Selector } from '../selector.ts'
import type { Yaml } from '../draft.ts'
import { everyFile } from '../selector.ts'
import { importers, pathsIn, wholly } from './ends.ts'
import type { CruiserRule } from './rule-set.ts'
import { cannot, levelOf, type Said } from './said.ts'
import type { Setting } from './scene.ts'
import { otherAttributes } from './sides.ts'

export function orphansOf(rule: CruiserRule, setting: Setting): Said {
  if (rule.from['orphan'] !== true) return cannot(rule, 'from.orphan: false asks for every file that is used, which nobody can want to forbid')
  return checkOf(rule, setting, 'boundaries/orphans', { means: 'alone' })
}

export function stabilityOf(rule: CruiserRule, setting: Setting): Said {
  if (rule.to['moreUnstable'] !== true) return cannot(rule, 'to.moreUnstable: false forbids what is at least as stable, which bulkhead has no check for')
  const said = checkOf(rule, setting, 'boundaries/stability', { level: rule.isAboutFolders ? 'folder' : 'file' })
  const lost = otherAttributes(rule, ['moreUnstable'])
  return lost.length === 0 ? said : { ...said, unsaid: [...said.unsaid, { what: rule.name, reason: `boundaries/stability judges whatever a file imports: ${lost.map((key) => `to.${key}`).join(', ')} is left out`, section: 'checks' }] }
}

function checkOf(rule: CruiserRule, setting: Setting, check: string, options: Yaml): Said {
  const paths = pathsIn(rule.from, { givens: false })
  if ('unreadable' in paths) return cannot(rule, paths.unreadable)
  const files = importers(wholly(paths, setting.ground), setting)
  if (typeof files === 'object' && 'unreadable' in files) return cannot(rule, files.unreadable)
  return {
    entries: [{ section: 'checks', what: rule.name, key: check, value: { severity: levelOf(rule.severity), ...(files !== everyFile && { in: files satisfies Selector }), options }, remark: rule.comment === undefined ? rule.name : `${rule.name}: ${rule.comment}` }],
    unsaid: [],
  }
}
