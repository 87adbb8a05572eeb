import type { Path } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import { readTree, type ReadTree, type Tree } from './yaml-tree.ts'

/** The text of one configuration file as a tree, where it is YAML and of a version that is known. */
export function readOneFile(path: Path, text: string): ReadTree {
  const { tree, problems } = readTree(path, text)
  if (tree === undefined || problems.length > 0) return { problems }
  const newer = newerVersion(path, tree)
  return newer === undefined ? { tree, problems } : { problems: [newer] }
}

function newerVersion(path: Path, tree: Tree): Problem | undefined {
  const version = tree.entries.get('version')
  if (typeof version?.value !== 'number' || !Number.isInteger(version.value) || version.value <= 1) return undefined
  return { kind: 'version', message: `version ${version.value} of the configuration needs a newer bulkhead`, at: { path, span: version.span }, hint: 'this one reads version 1: update bulkhead' }
}
