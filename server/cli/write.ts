import { save } from '../session/index.ts'
import { CannotDo } from './terminal.ts'

/** New texts below a folder; undefined removes a file. */
export function write(root: string, texts: Parameters<typeof save>[1]): void {
  const problem = save(root, texts)
  if (problem !== undefined) throw new CannotDo(problem.message)
}
