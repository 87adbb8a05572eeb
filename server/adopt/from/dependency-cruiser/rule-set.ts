// A configuration of dependency-cruiser with all that it extends, as dependency-cruiser itself merges them.
// Source: src/config-utl/extract-depcruise-config/merge-configs.mjs and src/main/rule-set/normalize.mjs of 18.7.2 (checked 2026-11)

import { isSettings, listIn, settingsIn, textIn, type Settings } from '../reading.ts'

export type CruiserSeverity = 'error' | 'warn' | 'info' | 'ignore'

export interface CruiserRule {
  readonly name: string
  readonly severity: CruiserSeverity
  readonly comment?: string
  readonly isAboutFolders: boolean
  readonly from: Settings
  readonly to: Settings
  /** Absent where the rule has `from` and `to` only. */
  readonly module?: Settings
}

export interface RuleSet {
  readonly forbidden: readonly CruiserRule[]
  readonly required: readonly CruiserRule[]
  readonly allowed: readonly CruiserRule[]
  readonly allowedSeverity: CruiserSeverity
  readonly options: Settings
}

/** Where a configuration extends another, that one stands in its place. */
export function ruleSet(config: unknown): RuleSet {
  const whole = merged(settingsIn(config))
  const rules = (key: string): readonly CruiserRule[] => listIn(whole[key]).filter(isSettings).map(ruleOf)
  return {
    forbidden: rules('forbidden'), required: rules('required'), allowed: rules('allowed').map((rule) => ({ ...rule, name: 'not-in-allowed' })),
    allowedSeverity: severityOf(whole['allowedSeverity']),
    options: settingsIn(whole['options']),
  }
}

function merged(config: Settings): Settings {
  const bases = Array.isArray(config['extends']) ? config['extends'] : [config['extends']]
  return bases.filter(isSettings).map(merged).reduce(over, config)
}

function over(own: Settings, base: Settings): Settings {
  return {
    forbidden: rulesOver(own['forbidden'], base['forbidden']),
    required: rulesOver(own['required'], base['required']),
    allowed: distinct([...listIn(own['allowed']), ...listIn(base['allowed'])]),
    allowedSeverity: own['allowedSeverity'] ?? base['allowedSeverity'],
    options: { ...settingsIn(base['options']), ...settingsIn(own['options']) },
  }
}

function rulesOver(own: unknown, base: unknown): readonly Settings[] {
  const bases = listIn(base).filter(isSettings)
  const named = new Map<unknown, Settings>()
  const unnamed: Settings[] = []
  for (const rule of [...listIn(own).filter(isSettings), ...bases]) {
    const { name } = rule
    if (name === undefined || name === '') unnamed.push(rule)
    else if (!named.has(name)) named.set(name, bases.filter((each) => each['name'] === name).reduce((all, each) => ({ ...each, ...all }), rule))
  }
  return [...named.values(), ...distinct(unnamed)]
}

function distinct<T>(rules: readonly T[]): readonly T[] {
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()]
}

function ruleOf(rule: Settings): CruiserRule {
  const comment = textIn(rule['comment'])
  return {
    name: textIn(rule['name']) ?? 'unnamed',
    severity: severityOf(rule['severity']),
    isAboutFolders: rule['scope'] === 'folder',
    from: settingsIn(rule['from']),
    to: withoutOldVias(settingsIn(rule['to'])),
    ...(comment !== undefined && comment !== '' && { comment }),
    ...(isSettings(rule['module']) && { module: rule['module'] }),
  }
}

function severityOf(value: unknown): CruiserSeverity {
  return value === 'error' || value === 'info' || value === 'ignore' ? value : 'warn'
}

/** `viaNot` and `viaSomeNot` are older words for `viaOnly.pathNot` and `via.pathNot`. */
function withoutOldVias({ viaNot, viaSomeNot, ...to }: Settings): Settings {
  const only = viaOf(to['viaOnly'], viaNot)
  const some = viaOf(to['via'], viaSomeNot)
  return { ...to, ...(only !== undefined && { viaOnly: only }), ...(some !== undefined && { via: some }) }
}

function viaOf(via: unknown, not: unknown): Settings | undefined {
  if (via === undefined && not === undefined) return undefined
  const said = isSettings(via) ? via : via === undefined ? {} : { path: via }
  return not === undefined || said['pathNot'] !== undefined ? said : { ...said, pathNot: not }
}
