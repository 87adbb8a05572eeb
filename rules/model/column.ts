import type { Path } from './place.ts'

const known = new WeakMap<readonly Path[], WeakMap<(path: Path) => unknown, readonly unknown[]>>()

/** What is asked of every file, by FileId; asked once, for as long as the list of files and who answers stand: both outlive most changes. */
export function column<V>(files: readonly Path[], ask: (path: Path) => V): readonly V[] {
  const columns = known.get(files) ?? new WeakMap<(path: Path) => unknown, readonly unknown[]>()
  known.set(files, columns)
  const answers = columns.get(ask) as readonly V[] | undefined ?? files.map((path) => ask(path))
  columns.set(ask, answers)
  return answers
}
