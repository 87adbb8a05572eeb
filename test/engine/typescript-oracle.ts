import ts from 'typescript'
import type { ImportKind } from '../../rules/model/facts.ts'
import type { Path } from '../../rules/model/place.ts'

/** What TypeScript says of a project in memory. `packages`: folders of the project that an install would link into node_modules, by name. */
export function typescriptOracle(files: ReadonlyMap<Path, string>, packages: Readonly<Record<string, Path>> = {}) {
  const real = (path: string): string => {
    const at = path.indexOf('/node_modules/')
    if (at === -1) return path
    const rest = path.slice(at + '/node_modules/'.length)
    const name = Object.keys(packages).find(each => rest === each || rest.startsWith(`${each}/`))
    return name === undefined ? path : `/p/${packages[name]}${rest.slice(name.length)}`
  }
  const folders = new Set(['/', '/p', '/p/node_modules'])
  const addFolders = (path: string): void => {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) folders.add(path.slice(0, slash))
  }
  for (const path of files.keys()) addFolders(`/p/${path}`)
  for (const name of Object.keys(packages)) addFolders(`/p/node_modules/${name}/`)
  const inProject = (path: string): Path => real(path).slice('/p/'.length)
  const host: ts.ModuleResolutionHost & ts.ParseConfigHost = {
    useCaseSensitiveFileNames: true,
    fileExists: path => files.has(inProject(path)),
    readFile: path => files.get(inProject(path)),
    directoryExists: path => folders.has(real(path.replace(/(?<=.)\/$/, ''))),
    getCurrentDirectory: () => '/p',
    realpath: real,
    readDirectory: (root, extensions) => [...files.keys()].map(path => `/p/${path}`).filter(path => path.startsWith(`${root}/`) && extensions.some(extension => path.endsWith(extension))),
  }

  const optionsOf = new Map<string, ts.CompilerOptions>()
  const options = (config: Path | undefined): ts.CompilerOptions => {
    const path = `/p/${config ?? ''}`
    let found = optionsOf.get(path)
    if (!found) {
      const raw: unknown = config === undefined ? {} : ts.readConfigFile(path, host.readFile).config
      found = { ...bundler, ...ts.parseJsonConfigFileContent(raw, { ...host, readDirectory: () => [] }, path.slice(0, path.lastIndexOf('/')), {}, path).options }
      optionsOf.set(path, found)
    }
    return found
  }

  /** A path, 'package', or undefined. */
  function leads(from: Path, specifier: string, config?: Path, kind: ImportKind = 'value'): string | undefined {
    const compilerOptions = options(config)
    // Older resolution knows no modes, and takes one for a wish to see exports all the same.
    const old = compilerOptions.moduleResolution === ts.ModuleResolutionKind.Node10
    const mode = old ? undefined : kind === 'require' ? ts.ModuleKind.CommonJS : ts.getImpliedNodeFormatForFile(`/p/${from}`, undefined, host, compilerOptions) ?? ts.ModuleKind.ESNext
    const found = ts.resolveModuleName(specifier, `/p/${from}`, compilerOptions, host, undefined, undefined, mode).resolvedModule?.resolvedFileName
    if (found === undefined) return undefined
    return found.includes('/node_modules/') ? 'package' : inProject(found)
  }

  return { leads, nearestConfig: (from: Path) => ts.findConfigFile(`/p/${from}`, path => host.fileExists(path))?.slice('/p/'.length) }
}

const bundler: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, allowJs: true, resolveJsonModule: true, allowArbitraryExtensions: true,
  allowImportingTsExtensions: true, noEmit: true, ignoreDeprecations: '6.0',
}
