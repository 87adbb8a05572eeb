// Published packages that carry their TypeScript sources, each laid out as in its authors' repository, where nothing has been built yet.

/** What a published package is checked as. */
export interface RealPackage {
  readonly name: string
  /** Where what is published lies in its project, by folder of the package: '' is the root. The longest that fits counts. */
  readonly places: Readonly<Record<string, string>>
  /** What is published, but built. */
  readonly built: readonly string[]
  /** What publishing rewrites in the manifest: the source of what is built. */
  readonly sourceOf?: (built: string) => string
  /** What its repository has besides, and does not publish. */
  readonly around: Readonly<Record<string, string>>
  /** Folders of sources, for tools that are told what to read. */
  readonly sources: readonly string[]
  /** For tools that read one. */
  readonly tsconfig: string
  readonly config: string
  /** Far fewer than these would mean that something was not read. */
  readonly least: { readonly files: number; readonly imports: number }
}

const nodeNext = { module: 'NodeNext', moduleResolution: 'NodeNext', verbatimModuleSyntax: true, strict: true, skipLibCheck: true }

export const realPackages: readonly RealPackage[] = [
  {
    name: 'viem',
    places: { '': 'src' },
    built: ['_cjs', '_esm', '_types'],
    // Source: https://github.com/wevm/viem/blob/main/tsconfig.base.json (checked 2026-11)
    around: { 'tsconfig.base.json': JSON.stringify({ include: [], compilerOptions: { ...nodeNext, target: 'ES2021', lib: ['ES2022', 'DOM'] } }) },
    sources: ['src'],
    tsconfig: 'src/tsconfig.json',
    least: { files: 1400, imports: 8000 },
    config: `
modules:
  "{area}": src/{area}
  utils: { files: src/utils, uses: [constants, errors, types] }
  chain-families: "src/{celo,linea,op-stack,tempo,zksync}"
  node: { files: src/node, usedBy: [] }
rules:
  - { id: actions-know-no-chain, from: actions, forbid: [chains, chain-families], why: An action works on any chain }
  - { id: keys-in-accounts, from: "*", forbid: "pkg:@scure/*", severity: warning, why: Key material stays in accounts }
cycles: forbid
vendors: { allow: node }
`,
  },
  {
    name: 'effect',
    places: { '': 'packages/effect', 'ai-docs': 'ai-docs' },
    built: ['dist'],
    sourceOf: (path) => path.replace(/^\.\/dist\/(.*)\.js$/, './src/$1.ts'),
    around: {
      'package.json': JSON.stringify({ name: 'effect-monorepo', private: true, type: 'module', workspaces: ['packages/*', 'ai-docs'] }),
      'tsconfig.base.json': JSON.stringify({ compilerOptions: { ...nodeNext, target: 'ES2022', rewriteRelativeImportExtensions: true } }),
      'packages/effect/tsconfig.json': JSON.stringify({ extends: '../../tsconfig.base.json', include: ['src'], compilerOptions: { rootDir: 'src', outDir: 'dist' } }),
    },
    sources: ['packages', 'ai-docs'],
    tsconfig: 'packages/effect/tsconfig.json',
    least: { files: 600, imports: 5500 },
    config: `
layers:
  - { name: services, files: "packages/effect/src/{ai,cli,cluster,eventlog,graphql,http-api,rpc,sql,workflow}" }
  - { name: transports, files: "packages/effect/src/{http,observability,persistence,process,reactivity,socket,workers}" }
  - { name: formats, files: "packages/effect/src/{crypto,encoding,net,schema}" }
modules:
  core: packages/effect/src
  internal: { files: packages/effect/src/internal, usedBy: [core] }
  "{area}": packages/effect/src/{area}
rules:
  - { id: core-below-all, from: core, only: [internal], why: The core is what all else is made of }
cycles: forbid
vendors: { allow: "services" }
`,
  },
  {
    name: 'rxjs',
    places: { '': '' },
    built: ['dist'],
    around: {},
    sources: ['src'],
    tsconfig: 'tsconfig.json',
    least: { files: 240, imports: 1100 },
    config: `
modules:
  entry: src/index.ts
  "{area}": src/{area}
  internal: src/internal
  "internal/{part}": src/internal/{part}
rules:
  - { id: internals-know-no-entry, from: [internal, "internal/*"], forbid: [entry, operators, ajax, fetch, testing, webSocket], why: Entries only gather what internals define }
  - { id: operators-apart-from-dom, from: internal/operators, forbid: [internal/ajax], severity: warning }
cycles: forbid
vendors: { allow: [] }
`,
  },
]
