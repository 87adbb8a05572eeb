// eslint-plugin-boundaries, v5 to v7, said in bulkhead's words.

import type { Layout } from '../../../rules/model/layout.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Beside } from './beside.ts'
import { agreed } from './boundaries/agreement.ts'
import { describer } from './boundaries/described.ts'
import { descriptorsIn } from './boundaries/descriptors.ts'
import { draftsOf, entriesOf } from './boundaries/drafts.ts'
import { categoriesIn } from './boundaries/files.ts'
import { frameEntries, frameOf, passedOver, rootOf } from './boundaries/frame.ts'
import { groupsOf } from './boundaries/groups.ts'
import { ruleOf } from './boundaries/rules.ts'
import type { Scene } from './boundaries/scene.ts'
import { boundariesSettings } from './boundaries/settings.ts'
import { versionOf } from './boundaries/version.ts'
import type { Draft, Entry, Unsaid } from './draft.ts'
import { isSettings, textIn } from './reading.ts'

export function draftOf(config: unknown, layout: Layout, beside: Beside): Draft {
  const read = boundariesSettings(config, layout.files.filter(isSource))
  const { settings, rules } = read
  const version = versionOf(read, beside)
  const unsaid: Unsaid[] = [...read.unsaid]
  const { root, remark } = rootOf(settings, layout.files)
  const frame = frameOf(read, version)
  const { descriptors, unsaid: undescribed } = descriptorsIn(settings, root)
  const files = version === 7 ? categoriesIn(settings, root, layout.files) : { categories: [], unsaid: [] }
  const isSingle = version < 7 || (settings['elements-single-match'] ?? settings['elements-single-type']) === true
  const describe = describer(descriptors, { isSingle })
  const modules = agreed(draftsOf(descriptors, { isSingle }), describe, layout)
  const isIgnoredAsked = rules.some(({ name }) => name.startsWith('no-ignored'))
  const { entries: passed, ignored } = passedOver(settings, root, isIgnoredAsked, layout.files, unsaid)
  const scene: Scene = { version, drafts: modules.drafts, describe, files: layout.files, groups: groupsOf(modules.drafts), categories: files.categories, root, kinds: frame.kinds, ignored, hasLegacyTemplates: settings['legacy-templates'] !== false }
  const said = rules.map(({ options, ...rule }) => ruleOf(scene, { ...rule, message: textIn(options?.['message']) }, options))
  const written = entriesOf(modules.drafts)
  const unnamed = modules.drafts.flatMap(({ of }, index): readonly Unsaid[] => (written[index]?.length === 0 ? [{ what: of.map(({ what }) => what).join(', '), reason: 'its patterns capture different things', section: 'modules' }] : []))
  return {
    opening: [...(descriptors.some(({ unbased }) => unbased !== undefined) ? ['In the plugin a basePattern names captures, and narrows nothing, whatever its documentation says: so it is here.'] : []), ...(remark === undefined ? [] : [remark]), ...unheard(settings)],
    entries: [...frameEntries(frame, files.categories), ...passed, ...written.flat(), ...numbered(said.flatMap((each) => each.entries))],
    unsaid: [...unsaid, ...frame.unsaid, ...undescribed, ...files.unsaid, ...unnamed, ...modules.unsaid, ...distinct(said.flatMap((each) => each.unsaid))],
  }
}

function isSource(path: Path): boolean {
  return /\.[cm]?[jt]sx?$/.test(path) && !/(?:^|\/)(?:\.|[^/]+\.config\.)/.test(path)
}

/** Settings that say how the plugin works, and nothing of the code. */
function unheard(settings: Readonly<Record<string, unknown>>): readonly string[] {
  const found = ['cache', 'debug', 'legacy-warnings'].filter((key) => settings[key] !== undefined).map((key) => `boundaries/${key}`)
  return found.length === 0 ? [] : [`Of no meaning here: ${found.join(', ')}.`]
}

function distinct(unsaid: readonly Unsaid[]): readonly Unsaid[] {
  return [...new Map(unsaid.map((each) => [`${each.what} ${each.reason}`, each])).values()]
}

/** An id is given once. */
function numbered(entries: readonly Entry[]): readonly Entry[] {
  const used = new Set<string>()
  return entries.map((entry) => {
    if (entry.section !== 'rules' || !isSettings(entry.value)) return entry
    const id = String(entry.value['id'])
    let own = id
    for (let times = 2; used.has(own); times++) own = `${id}/${times}`
    used.add(own)
    return { ...entry, value: { ...entry.value, id: own } }
  })
}
