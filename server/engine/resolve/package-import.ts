import type { Written } from '../../../rules/model/link.ts'
import type { Path } from '../../../rules/model/place.ts'
import { remembered } from '../../../rules/model/remembered.ts'
import type { Answer, Answers } from './answers.ts'
import { isDeclaration } from './known-files.ts'
import type { ResolveLayout } from './layout.ts'
import type { Manifest } from './manifest.ts'
import type { PackageMap } from './package-map.ts'
import { asSource, everyTarget, fileOrFolder, firstOf, packageEntry, runConditions, sourceByHabit, sourceOf, targetFile, tsConditions } from './package-files.ts'
import { join } from './posix-path.ts'
import { entryStems } from './source-of.ts'

/** What decides which branch of a manifest holds. */
export interface Asking {
  readonly how: 'import' | 'require'
  readonly conditions: readonly string[]
  readonly ignoresExports: boolean
}

/** An import of local code by its package's name. Remembered by who asks: what one package of a monorepo imports, many do. */
export function packageImport(layout: ResolveLayout, answers: Answers): (manifest: Manifest, subpath: string, asking: Asking, specifier: string) => Answer {
  const answered = remembered((_asking: Asking) => remembered((_manifest: Manifest) => new Map<string, Answer>()))

  function newAnswer(manifest: Manifest, subpath: string, asking: Asking, specifier: string): Answer {
    const { folder, exports } = manifest
    if (exports && !asking.ignoresExports) {
      const key = subpath === '' ? '.' : `./${subpath}`
      const found = mapped(layout, answers, { manifest, map: exports, key, asking, written: 'workspace' })
      if (found) return found
      const targets = everyTarget(exports, key).map(target => join(folder, target))
      if (targets.length > 0) return answers.miss({ specifier, paths: targets, reason: `${manifest.path} exports "${key}" as ${targets.join(', ')}, where no file is`, written: 'workspace' })
      const hidden = fileOrFolder(layout, join(folder, subpath))
      return answers.end({ kind: 'unknown', specifier, reason: `${manifest.path} does not export "${key}"`, ...(hidden !== undefined && { nearest: hidden }) }, 'workspace')
    }
    const path = join(folder, subpath)
    const file = subpath === ''
      ? packageEntry(layout, manifest)
      : fileOrFolder(layout, path) ?? sourceOf(layout, folder, path) ?? firstOf(entryStems(folder, subpath), stem => fileOrFolder(layout, stem))
    if (file !== undefined) return answers.file(asSource(layout, folder, file), 'workspace')
    const entries = subpath === '' ? manifest.entries.map(entry => join(folder, entry)) : [path]
    return answers.miss({ specifier, paths: entries, reason: subpath === '' ? `${manifest.path} leads to no file` : `no file is at ${path}`, written: 'workspace' })
  }

  return (manifest, subpath, asking, specifier) => {
    const known = answered(asking)(manifest)
    let answer = known.get(specifier)
    if (!answer) known.set(specifier, answer = newAnswer(manifest, subpath, asking, specifier))
    return answer
  }
}

/** A target in the own package. Undefined where none leads to a file. */
export function mapped(layout: ResolveLayout, answers: Answers, ask: {
  readonly manifest: Manifest; readonly map: PackageMap; readonly key: string; readonly asking: Asking; readonly written: Written
}): Answer | undefined {
  const { manifest: { folder }, map, key, asking, written } = ask
  const pathsOf = (targets: readonly string[] | undefined): readonly Path[] => (targets ?? []).filter(target => target.startsWith('.')).map(target => join(folder, target))
  const typed = map.targets(key, tsConditions(asking.how, asking.conditions))
  if (typed?.length === 0) return undefined
  const underAnyCondition = (): Path | undefined => {
    const every = pathsOf(everyTarget(map, key))
    return targetFile(layout, folder, every) ?? sourceByHabit(layout, folder, key.replace(/^\.\/?/, ''), every)
  }
  const file = targetFile(layout, folder, pathsOf(typed)) ?? underAnyCondition()
  if (file === undefined) return undefined
  const run = isDeclaration(file) ? firstOf(pathsOf(map.targets(key, runConditions(asking.how, asking.conditions))), layout.known.module) : undefined
  return run === undefined || isDeclaration(run) ? answers.file(file, written) : answers.fileThatRuns(file, run, written)
}
