// A house in which every file imports every other one and every package, so that each verdict is asked for.
import { posix } from 'node:path'

const modules: readonly string[] = [
  'src/helpers/data/sort.js', 'src/helpers/data/parse.js', 'src/helpers/permissions/roles.js',
  'src/components/atoms/atom-a/index.js', 'src/components/atoms/atom-a/AtomA.js', 'src/components/atoms/atom-a/parts/Inner.js', 'src/components/atoms/atom-a/atom-a.test.js',
  'src/components/atoms/atom-b/index.js', 'src/components/molecules/molecule-a/index.js', 'src/components/molecules/molecule-b/MoleculeB.js',
  'src/modules/module-a/index.js', 'src/modules/module-a/components/atoms/own/index.js', 'src/modules/module-a/components/atoms/own/Own.js', 'src/modules/module-a/components/molecules/other/index.js',
  'src/modules/module-b/index.js', 'src/modules/module-b/inner/deep.js', 'src/modules/module-b/module-b.test.js', 'src/modules/module-b/helpers/data/nested.js',
  'packages/tools/components/atoms/atom-a/index.js', 'src/shared/kit.js', 'src/shared/types/id.js', 'src/legacy/old.js', 'src/legacy/deep/older.js', 'src/main.js', 'src/setup.js',
]

const packages: readonly string[] = ['react', '@mui/material/Button', '@mui/icons', 'lodash', 'lodash/fp', 'left-pad', 'fs', 'path']

/** How a target is imported, a line each. */
export type Form = 'plain' | 'alias' | 'type' | 'named' | 'other-name' | 'export' | 'export-all' | 'require' | 'dynamic' | 'call'

const written: Readonly<Record<Form, (specifier: string, index: number) => string>> = {
  plain: (specifier) => `import '${specifier}'`,
  alias: (specifier) => `import '${specifier}'`,
  type: (specifier, index) => `import type { T as T${index} } from '${specifier}'`,
  named: (specifier, index) => `import { use, more as more${index} } from '${specifier}'`.replace('use,', `use as use${index},`),
  'other-name': (specifier, index) => `import { other as other${index} } from '${specifier}'`,
  export: (specifier, index) => `export { use as use${index}x } from '${specifier}'`,
  'export-all': (specifier) => `export * from '${specifier}'`,
  require: (specifier) => `require('${specifier}')`,
  dynamic: (specifier) => `import('${specifier}')`,
  call: (specifier) => `jest.requireActual('${specifier}')`,
}

export interface BoundariesProject {
  readonly files: Readonly<Record<string, string>>
  /** What stands on a line, by file and line from 1. */
  readonly targets: ReadonlyMap<string, string>
}

export function everyImport(forms: readonly Form[], ending: '.js' | '.ts'): BoundariesProject {
  const targets = new Map<string, string>()
  const paths = modules.map((path) => path.replace(/\.js$/, ending))
  const files = Object.fromEntries(paths.map((path) => {
    const lines: string[] = []
    for (const form of forms) {
      for (const target of [...paths.filter((each) => each !== path), ...packages]) {
        const relative = posix.relative(posix.dirname(path), target)
        const isPackage = packages.includes(target)
        const local = form === 'alias' && target.startsWith('src/') ? target.replace('src/', '@/').replace(/\.js$/, '') : relative.startsWith('.') ? relative : `./${relative}`
        lines.push(written[form](isPackage ? target : ending === '.ts' ? local.replace(/\.ts$/, '') : local, lines.length))
        targets.set(`${path}:${lines.length}`, isPackage ? `package ${target}` : target)
      }
    }
    return [path, `${lines.join('\n')}\n`]
  }))
  return { files, targets }
}
