// Sheriff's configuration, said in bulkhead's words.
// Source: docs/docs/configuration.md and dependency-rules.md of Sheriff 0.19 (checked 2026-11)

import type { Layout } from '../../../rules/model/layout.ts'
import type { CodeShape } from './code-shape.ts'
import type { Draft, Entry, Unsaid } from './draft.ts'
import { withIds } from './ids.ts'
import { leftover } from './leftover.ts'
import { isSettings, settingsIn, textIn, textsIn, type Settings } from './reading.ts'
import { depRulesSaid } from './sheriff/dep-rules.ts'
import { encapsulated } from './sheriff/encapsulated.ts'
import { foundModules } from './sheriff/found-modules.ts'
import { modulesSaid } from './sheriff/modules.ts'
import { patternsIn } from './sheriff/patterns.ts'
import { tagWord, unborneTags } from './tags.ts'

export const sheriffCode: CodeShape = {
  exported: ['config', 'sheriffConfig', '*'],
  keepsFunctions: true,
  // Loading Sheriff loads TypeScript; names of types are there for who marks no import of types.
  standIns: { '@softarc/sheriff-core': ['sameTag', 'anyTag', 'noDependencies', 'SheriffConfig', 'UserSheriffConfig'] },
}

export function draftOf(config: unknown, { files }: Layout): Draft {
  const settings = settingsIn(config)
  const manner = { barrel: textIn(settings['barrelFileName']) ?? 'index.ts', mayLackBarrel: settings['enableBarrelLess'] === true }
  const patterns = patternsIn(settingsIn(settings['modules'] ?? settings['tagging']))
  const found = foundModules(files, patterns, manner)
  const modules = modulesSaid(found, patterns, manner)
  const tagsOf = [...found.modules.map(({ tags }) => tags), ['root']]
  const rules = depRulesSaid(settingsIn(settings['depRules']), tagsOf)
  const hidden = manner.mayLackBarrel ? encapsulated(settings['encapsulationPattern'] ?? settings['encapsulatedFolderNameForBarrelLess'] ?? 'internal', { isRootFree: settings['excludeRoot'] === true }) : { entries: [], unsaid: [] }
  return {
    opening: [],
    entries: [
      { section: 'version', what: 'version', value: 1, isSetting: true },
      ...ignoredEndings(settings),
      { section: 'imports', what: 'imports', value: { reexports: 'stop' }, isSetting: true, remark: 'Sheriff looks at what an import names, not at where the symbol is defined.' },
      { section: 'tags', what: 'tests', key: 'test', value: [], isSetting: true, remark: 'Sheriff judges tests as all other files; without this line they may import what they like.' },
      ...unborneTags(rules.named, new Set(tagsOf.flat().map(tagWord))),
      ...modules.entries,
      ...withIds([...rules.entries, ...rootClosed(settings, manner.mayLackBarrel), ...hidden.entries]),
    ],
    unsaid: [...modules.unsaid, ...rules.unsaid, ...hidden.unsaid, ...othersUnsaid(settings)],
  }
}

const endings = ['svg', 'png', 'jpg', 'jpeg', 'gif', 'webp', 'ico', 'css', 'scss', 'sass', 'less', 'woff', 'woff2', 'ttf', 'eot', 'otf', 'mp3', 'wav', 'ogg', 'mp4', 'webm', 'mov', 'json', 'csv', 'xml', 'txt', 'md']

function ignoredEndings(settings: Settings): readonly Entry[] {
  const own = settings['ignoreFileExtensions']
  const listed = Array.isArray(own) ? textsIn(own) : endings
  const plain = listed.map((ending) => ending.toLowerCase().replace(/^\./, '')).filter((ending) => /^[\w-]+$/.test(ending))
  return plain.length === 0 ? [] : [{ section: 'ignore', what: 'ignoreFileExtensions', value: plain.length === 1 ? `**/*.${plain[0] ?? ''}` : `**/*.{${plain.join(',')}}`, isSetting: true }]
}

/** Without a barrel nothing of the root is open. */
function rootClosed(settings: Settings, mayLackBarrel: boolean): readonly Entry[] {
  if (mayLackBarrel || settings['excludeRoot'] === true) return []
  return [{ section: 'rules', what: 'encapsulation of the root', value: { id: 'root-is-closed', to: 'tag:root', only: 'tag:root', why: 'The root has no barrel' } }]
}

function othersUnsaid(settings: Settings): readonly Unsaid[] {
  const wholeProject = 'bulkhead judges all files, not those alone that an entry leads to'
  const function_ = isSettings(settings['ignoreFileExtensions']) ? [{ what: 'ignoreFileExtensions', reason: 'a function says it; Sheriff\'s own list stands in its place', section: 'ignore' as const }] : []
  return [...function_, ...leftover(settings, '', {
    read: ['modules', 'tagging', 'depRules', 'excludeRoot', 'barrelFileName', 'enableBarrelLess', 'encapsulationPattern', 'encapsulatedFolderNameForBarrelLess', 'ignoreFileExtensions'],
    idle: ['version', 'log', 'showWarningOnBarrelCollision', 'isConfigFileMissing', ...(settings['autoTagging'] === false ? [] : ['autoTagging'])],
    unsaid: { entryFile: wholeProject, entryPoints: wholeProject, autoTagging: 'Sheriff stops at a barrel that no pattern takes; here it is a module without rules of its own' },
  })]
}
