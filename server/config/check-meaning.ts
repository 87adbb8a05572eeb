/* Whether every name, tag, vendor, check and pattern of a configuration means something in this project: "What matches nothing". */
import type { Path, Place } from '../../rules/model/place.ts'
import type { CycleCheck } from '../../rules/model/policy.ts'
import type { EndClass, Selector } from '../../rules/model/selector.ts'
import { atomsOf, capturesOf, mayBeBound, take } from '../../rules/model/take.ts'
import type { CustomVendorConfig, RuleConfig } from './config.ts'
import { checkDeclarations } from './declaration-problems.ts'
import { heirName } from './entries.ts'
import { heirProblems } from './heir-problems.ts'
import { checksNotYet, notYetMessage } from './not-yet.ts'
import { didYouMean } from './nearest.ts'
import { spokenPlace, type Project } from './project.ts'
import { checkSelector, onlyFiles, pathHint, unknownCapability, type Asked, type Findings } from './selector-problems.ts'
import { windowsHint } from './windows-path.ts'

export function checkMeaning(project: Project): Findings {
  const out: Findings = { problems: [], notes: [] }
  const { config } = project
  checkDeclarations(project, out)
  out.problems.push(...heirProblems(project))
  for (const tag of config.tags) checkTagSelector(project, tag.selector, tag.name, out)
  for (const rule of config.rules) checkRule(project, rule, out)
  for (const { template, uses, usedBy, packages, api } of [...config.modules, ...config.heirs.map(({ module }) => module)]) {
    const bound = template.captures
    if (uses !== undefined && uses.value !== 'manifest') checkSelector(project, uses.value, { role: 'permission', bound }, out)
    for (const { to } of api?.kind === 'list' ? api.entries : []) if (to !== undefined) checkSelector(project, to, { role: 'permission', bound, classes: importers }, out)
    if (usedBy !== undefined) checkSelector(project, usedBy.value, { role: 'permission', bound, classes: importers }, out)
    if (packages !== undefined) checkSelector(project, packages.value, { role: 'permission', bound, classes: notFiles }, out)
  }
  for (const check of config.cycles) checkCycle(project, check, out)
  checkVendors(project, out)
  checkChecks(project, out)
  checkExceptions(project, out)
  // What a budget counts may be gone one day, and that is the aim.
  for (const { selector } of config.budgets) checkSelector(project, selector, { role: 'permission' }, out)
  notePatterns(project, out)
  return out
}

const importers: NonNullable<Asked['classes']> = { of: onlyFiles, says: 'only files import, and this is none' }
const required: NonNullable<Asked['classes']> = { of: onlyFiles, says: 'to … require asks files, and this is none' }
const notFiles: NonNullable<Asked['classes']> = { of: new Set<EndClass>(['package', 'builtin', 'env', 'state', 'unresolved']), says: 'packages names packages, and this names files' }
const ofFolder: NonNullable<Asked['classes']> = { of: onlyFiles, says: 'beside inherit: true, a rule is about files of its folder: write it with from' }
const filesOnly: NonNullable<Asked['classes']> = { of: onlyFiles, says: 'here stand files, and this is none' }

function checkTagSelector(project: Project, selector: Selector, name: string, out: Findings): void {
  for (const { atom } of atomsOf(selector)) {
    if (atom.kind === 'tag') out.problems.push({ kind: 'bad-selector', message: `the tag ${name} is made of another tag, ${atom.name.written}`, at: atom.at, hint: 'write out here what that tag picks: tags do not name tags' })
  }
  // A tag that takes no file says so as a whole; of `test`, patterns that take none are the usual thing.
  checkSelector(project, selector, { role: name === 'test' ? 'exception' : 'guard' }, out)
}

function checkRule(project: Project, rule: RuleConfig, out: Findings): void {
  const { subject, object, subjectSide, verb, optional, via } = rule
  const isFrom = subjectSide === 'from'
  const bound = capturesOf(subject)
  const classes = isFrom ? importers : verb === 'require' ? required : rule.uncut === undefined ? undefined : ofFolder
  checkSelector(project, subject, { role: 'guard', optional, ...(classes === undefined ? {} : { classes }) }, out)
  checkSelector(project, object, {
    role: verb === 'only' ? 'permission' : 'guard',
    bound, optional, folders: isFrom,
    ...(isFrom ? {} : { classes: importers }),
  }, out)
  if (via !== undefined) checkSelector(project, via, { role: 'guard', bound, optional, classes: filesOnly }, out)
}

function checkCycle(project: Project, { level, every, some, from }: CycleCheck, out: Findings): void {
  const captures = { bound: from === undefined ? [] : capturesOf(from), boundBy: 'from' }
  for (const [selector, known] of [[every, captures], [some, captures], [from, {}]] as const) {
    if (selector === undefined) continue
    const before = out.problems.length
    checkSelector(project, selector, { role: 'guard', classes: filesOnly, ...known }, out)
    const isMember = membersAt[level]
    const [first] = atomsOf(selector)
    if (out.problems.length > before || first === undefined || isMember === undefined || (selector !== from && mayBeBound(selector)) || takesOne(project, selector, isMember)) continue
    out.problems.push({ kind: 'no-match', message: level === 'module' ? 'no file that this takes is in a module' : 'no file that this takes is in a folder', at: first.atom.at, hint: level === 'module' ? 'declare one, or ask for level: file' : 'ask for level: file' })
  }
}

/** Whether a file can be a member's; of files, each is one. */
const membersAt: Readonly<Record<CycleCheck['level'], ((project: Project, path: Path) => boolean) | undefined>> = {
  file: undefined,
  folder: (_, path) => path.includes('/'),
  module: ({ context }, path) => context.policy.moduleOf(path) !== undefined,
}

function takesOne(project: Project, selector: Selector, isMember: (project: Project, path: Path) => boolean): boolean {
  return project.files.some((path) => isMember(project, path) && take(selector, { kind: 'file', path }, project.context) !== undefined)
}

function checkVendors(project: Project, out: Findings): void {
  const { vendors } = project.config
  if (vendors === undefined) return
  const capabilities = Object.keys(project.knowledge.vendors.capabilities)
  for (const portable of vendors.portable) if (portable.kind === 'vendor') checkVendorKey(project, 'portable', portable, out)
  checkCustom(vendors.custom, capabilities, out)
  for (const { key, where, at } of vendors.allow?.entries ?? []) {
    checkSelector(project, where, { role: 'permission', classes: filesOnly }, out)
    if (key === '*') continue
    const [head = '', tail] = key.split(':')
    if (head !== 'capability') checkVendorKey(project, 'allow', { vendor: head, at, ...(tail === undefined ? {} : { service: tail }) }, out)
    else if (!capabilities.includes(tail ?? '')) out.problems.push(unknownCapability(tail ?? '', capabilities, at))
  }
}

function checkCustom(custom: readonly CustomVendorConfig[], capabilities: readonly string[], out: Findings): void {
  const taken = new Map<string, string>()
  for (const { vendor, capability, capabilityAt, packages } of custom) {
    if (!capabilities.includes(capability)) out.problems.push(unknownCapability(capability, capabilities, capabilityAt))
    for (const { value: { written }, at } of packages) {
      const other = taken.get(written)
      if (other === undefined) taken.set(written, vendor)
      else out.problems.push({ kind: 'duplicate-name', message: `${written} is there twice, as ${other}'s and as ${vendor}'s`, at, hint: 'keep one of the two' })
    }
  }
}

function checkVendorKey(project: Project, key: 'allow' | 'portable', { vendor: id, service, at }: { readonly vendor: string; readonly service?: string; readonly at: Place }, out: Findings): void {
  const { vendors } = project.knowledge.vendors
  if (id === 'vendor') {
    out.problems.push({ kind: 'unknown-vendor', message: `'vendor:${service ?? ''}' is no vendor`, at, hint: `${key === 'allow' ? 'a key of allow' : 'an item of portable'} is the vendor itself: ${service ?? ''}` })
    return
  }
  const vendor = vendors.find((each) => each.id === id)
  if (vendor === undefined) out.problems.push({ kind: 'unknown-vendor', message: `the catalog knows no vendor ${id}`, at, ...didYouMean(id, vendors.map((each) => each.id)) })
  else if (service !== undefined) {
    const services = vendor.packages.flatMap((entry) => entry.service ?? [])
    const isOpen = vendor.packages.some(({ match }) => match.includes('*'))
    if (!isOpen && !services.includes(service)) out.problems.push({ kind: 'unknown-vendor', message: `the catalog knows no service ${service} of ${id}`, at, ...didYouMean(service, services) })
  }
}

function checkChecks(project: Project, out: Findings): void {
  const ids = project.knowledge.checks.map(({ id }) => id)
  for (const { id, at, in: files, options: { dev, entries = [] }, optionsAt } of [...project.config.checks, ...project.config.heirs.flatMap(({ checks }) => checks)]) {
    if (checksNotYet.has(id) && !ids.includes(id)) out.problems.push({ kind: 'not-yet', message: notYetMessage(`the check ${id}`), at, hint: 'leave it out until then' })
    else if (!ids.includes(id)) out.problems.push({ kind: 'unknown-check', message: `no check is called ${id}`, at, ...(ids.includes(`boundaries/${id}`) ? { hint: `did you mean boundaries/${id}?`, instead: { word: id, by: `boundaries/${id}` } } : didYouMean(id, ids)) })
    else checkOptions(id, project.knowledge.checks.find((check) => check.id === id)?.options ?? [], optionsAt, out)
    if (files !== undefined) checkSelector(project, files, { role: 'guard', classes: filesOnly }, out)
    if (dev !== undefined) checkSelector(project, dev, { role: 'permission', classes: filesOnly }, out)
    for (const { value: { written, match }, at: place } of entries) {
      if (!project.files.some((path) => match(path) !== undefined)) out.problems.push({ kind: 'no-match', message: `${written} takes no file`, at: place, ...pathHint(project, written) })
    }
  }
}

function checkOptions(id: string, known: readonly string[], said: ReadonlyMap<string, Place>, out: Findings): void {
  for (const [name, at] of said) {
    if (!known.includes(name)) out.problems.push({ kind: 'unknown-key', message: `${id} has no option ${name}`, at, hint: known.length === 0 ? 'it has none' : `it has ${known.join(', ')}` })
  }
}

function checkExceptions(project: Project, out: Findings): void {
  const known = [...project.knowledge.checks.map(({ id }) => id), ...checksNotYet, ...entryIds(project)]
  for (const { rules, from, to, at } of project.config.exceptions) {
    for (const id of rules) if (!known.includes(id)) out.problems.push({ kind: 'unknown-id', message: `no check or entry is called ${id}`, at, ...didYouMean(id, known) })
    if (from !== undefined) checkSelector(project, from, { role: 'exception', classes: importers }, out)
    if (to !== undefined) checkSelector(project, to, { role: 'exception' }, out)
  }
}

function entryIds({ config: { rules, modules, heirs }, homes }: Project): string[] {
  const speakers = [...modules.map((module) => ({ module, name: module.name })), ...heirs.map((heir) => ({ module: heir.module, name: heirName(heir, homes) }))]
  return [...rules.map(({ id }) => id), ...speakers.flatMap(({ module, name }) => (['uses', 'usedBy', 'packages'] as const).filter((key) => module[key] !== undefined).map((key) => `${name}.${key}`))]
}

/** Patterns that may be there for what comes and goes. */
function notePatterns({ config, layout }: Project, out: Findings): void {
  for (const key of ['include', 'ignore'] as const) {
    for (const { value, at } of config[key]) {
      if (layout.files.some((path) => value.match(path) !== undefined)) continue
      const foreign = windowsHint(value.written)
      out.notes.push({ at, message: `${key}: ${value.written} takes no file (${spokenPlace(config, at)})${foreign === undefined ? '' : `: ${foreign}`}` })
    }
  }
}
