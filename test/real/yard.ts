// A monorepo of packages that tell their consumers about what is built of them, each in another way that is in use; and apps that import them all.

const base = '"composite": true, "declaration": true, "skipLibCheck": true, "types": [], "target": "es2022", "strict": true'
const esm = `${base}, "module": "nodenext"`
const bundled = `${base}, "module": "esnext", "moduleResolution": "bundler"`
const built = (options: string): string => `{ "compilerOptions": { ${options} }, "include": ["src"] }`

/** By path. `packages/*` can be built by `tsc --build`; nothing is built yet. */
export const yard: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "yard", "private": true, "workspaces": ["packages/*", "apps/*"] }',
  'tsconfig.json': `{ "files": [], "references": [${['rope', 'mast', 'hull', 'flag', 'keel', 'anchor', 'buoy', 'oar', 'net', 'lamp'].map((name) => `{ "path": "./packages/${name}" }`).join(', ')}] }`,

  // Modules, exports with types, a pattern, a subpath that is closed, imports of its own output.
  'packages/rope/package.json': `{ "name": "@yard/rope", "type": "module", "exports": { ".": { "types": "./dist/index.d.ts", "default": "./dist/index.js" },
    "./knots/*": { "types": "./dist/knots/*.d.ts", "default": "./dist/knots/*.js" }, "./knots/secret": null, "./js/*.js": "./dist/knots/*.js", "./package.json": "./package.json" }, "imports": { "#knots/*": "./dist/knots/*.js" } }`,
  'packages/rope/tsconfig.json': built(`${esm}, "rootDir": "src", "outDir": "dist"`),
  'packages/rope/src/index.ts': "export { bowline } from './knots/bowline.js'\nexport { reef } from '#knots/reef'\nexport { bend } from '@yard/rope/knots/sheet/bend'\n",
  'packages/rope/src/knots/bowline.ts': 'export const bowline = 1\n',
  'packages/rope/src/knots/reef.ts': 'export const reef = 2\n',
  'packages/rope/src/knots/secret.ts': 'export const secret = 3\n',
  'packages/rope/src/knots/sheet/bend.ts': 'export const bend = 4\n',

  // Both formats, by two configs that one gathers.
  'packages/mast/package.json': `{ "name": "@yard/mast", "main": "./dist/cjs/index.js", "module": "./dist/esm/index.js", "types": "./dist/esm/index.d.ts", "exports": {
    ".": { "import": { "types": "./dist/esm/index.d.ts", "default": "./dist/esm/index.js" }, "require": { "types": "./dist/cjs/index.d.ts", "default": "./dist/cjs/index.js" } },
    "./sail": { "import": "./dist/esm/sail.js", "require": "./dist/cjs/sail.js" } } }`,
  'packages/mast/tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.esm.json" }, { "path": "./tsconfig.cjs.json" }] }',
  'packages/mast/tsconfig.esm.json': built(`${bundled}, "rootDir": "src", "outDir": "dist/esm"`),
  'packages/mast/tsconfig.cjs.json': built(`${base}, "module": "commonjs", "moduleResolution": "bundler", "rootDir": "src", "outDir": "dist/cjs"`),
  'packages/mast/src/index.ts': "export { sail } from './sail'\n",
  'packages/mast/src/sail.ts': 'export const sail = 1\n',

  // As before exports were, with deep imports.
  'packages/hull/package.json': '{ "name": "@yard/hull", "main": "./lib/main.js", "types": "./lib/main.d.ts" }',
  'packages/hull/tsconfig.json': built(`${bundled}, "rootDir": "src", "outDir": "lib"`),
  'packages/hull/src/main.ts': "export { plank } from './plank'\n",
  'packages/hull/src/plank.ts': 'export const plank = 1\n',
  'packages/hull/src/deck/index.ts': 'export const deck = 1\n',

  // Declarations and code in two folders.
  'packages/flag/package.json': '{ "name": "@yard/flag", "type": "module", "exports": { "types": "./types/index.d.ts", "default": "./build/index.js" } }',
  'packages/flag/tsconfig.json': built(`${esm}, "rootDir": "src", "outDir": "build", "declarationDir": "types"`),
  'packages/flag/src/index.ts': 'export const flag = 1\n',

  // The folder of the sources is part of the output.
  'packages/keel/package.json': '{ "name": "@yard/keel", "type": "module", "exports": { ".": "./dist/src/index.js", "./deep": "./dist/src/deep/index.js" } }',
  'packages/keel/tsconfig.json': built(`${esm}, "rootDir": ".", "outDir": "dist"`),
  'packages/keel/src/index.ts': "export { deep } from './deep/index.js'\n",
  'packages/keel/src/deep/index.ts': 'export const deep = 1\n',

  // JavaScript that runs as it is, with declarations that are made of it.
  'packages/anchor/package.json': '{ "name": "@yard/anchor", "type": "module", "exports": { ".": { "types": "./types/index.d.ts", "default": "./src/index.js" }, "./chain": { "types": "./types/chain.d.ts", "default": "./src/chain.js" } } }',
  'packages/anchor/tsconfig.json': built(`${esm}, "allowJs": true, "emitDeclarationOnly": true, "rootDir": "src", "outDir": "types"`),
  'packages/anchor/src/index.js': "export { chain } from './chain.js'\n",
  'packages/anchor/src/chain.js': 'export const chain = 1\n',

  // Subpaths by typesVersions.
  'packages/buoy/package.json': '{ "name": "@yard/buoy", "main": "./dist/index.js", "types": "./dist/index.d.ts", "typesVersions": { "*": { "bell": ["./dist/bell.d.ts"] } } }',
  'packages/buoy/tsconfig.json': built(`${bundled}, "rootDir": "src", "outDir": "dist"`),
  'packages/buoy/src/index.ts': 'export const buoy = 1\n',
  'packages/buoy/src/bell.tsx': 'export const bell = 1\n',

  // A condition of our own that leads to the source.
  'packages/oar/package.json': '{ "name": "@yard/oar", "type": "module", "exports": { ".": { "yard": "./src/index.ts", "types": "./dist/index.d.ts", "default": "./dist/index.js" } } }',
  'packages/oar/tsconfig.json': built(`${esm}, "rootDir": "src", "outDir": "dist"`),
  'packages/oar/src/index.ts': 'export const oar = 1\n',

  // Formats by ending.
  'packages/net/package.json': '{ "name": "@yard/net", "exports": { ".": { "import": "./dist/index.mjs", "require": "./dist/old.cjs" }, "./mesh": "./dist/mesh.mjs", "./both": { "import": "./dist/both.mjs", "require": "./dist/both.cjs" } } }',
  'packages/net/tsconfig.json': built(`${esm}, "rootDir": "src", "outDir": "dist"`),
  'packages/net/src/index.mts': "export { mesh } from './mesh.mjs'\n",
  'packages/net/src/mesh.mts': 'export const mesh = 1\n',
  'packages/net/src/both.mts': 'export const both = 1\n',
  'packages/net/src/both.cts': 'export const both = 2\n',
  'packages/net/src/old.cts': 'export const old = 1\n',

  // Output outside of the package, as some monorepo tools have it.
  'packages/lamp/package.json': '{ "name": "@yard/lamp" }',
  'packages/lamp/tsconfig.json': built(`${bundled}, "rootDir": "src", "outDir": "../../dist/lamp"`),
  'packages/lamp/src/index.ts': 'export const lamp = 1\n',
  'packages/lamp/src/glass.ts': 'export const glass = 1\n',

  // Consumed as sources.
  'packages/crate/package.json': '{ "name": "@yard/crate", "main": "./src/index.ts", "types": "./src/index.ts", "publishConfig": { "main": "./dist/index.js" } }',
  'packages/crate/src/index.ts': 'export const crate = 1\n',

  'apps/web/tsconfig.json': '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler", "customConditions": ["yard"], "noEmit": true } }',
  'apps/api/tsconfig.json': '{ "compilerOptions": { "module": "nodenext", "noEmit": true } }',
  'apps/api/package.json': '{ "name": "@yard/api", "type": "module" }',
  'apps/old/tsconfig.json': '{ "compilerOptions": { "module": "commonjs", "moduleResolution": "node10", "ignoreDeprecations": "6.0", "noEmit": true } }',
  'apps/map/tsconfig.json': `{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler", "noEmit": true, "paths": {
    "@src/*": ["../../packages/*/src"], "@built/*": ["../../packages/*/dist"], "@lamp": ["../../dist/lamp"], "@lamp/*": ["../../dist/lamp/*"], "@yard/rope": ["../../packages/rope/src/index.ts"] } },
    "references": [{ "path": "../../packages/rope" }, { "path": "../../packages/lamp" }] }`,
  ...Object.fromEntries(['web', 'api', 'old', 'map'].map((app) => [`apps/${app}/main.ts`, importsOfAll()])),
  'apps/api/required.cts': `${importsOfAll()}import net = require('@yard/net')\nconst later = import('@yard/net')\n`,
  'apps/node/package.json': '{ "name": "@yard/node" }',
  'apps/node/tsconfig.json': '{ "compilerOptions": { "module": "nodenext", "noEmit": true } }',
  'apps/node/main.ts': `${importsOfAll()}const later = import('@yard/net')\n`,
  'apps/node/module.mts': importsOfAll(),
}

function importsOfAll(): string {
  return [
    ...['rope', 'mast', 'hull', 'flag', 'keel', 'anchor', 'buoy', 'oar', 'net', 'crate', 'gone'].map((name) => `@yard/${name}`),
    '@yard/rope/knots/bowline', '@yard/rope/knots/sheet/bend', '@yard/rope/knots/secret', '@yard/rope/knots/gone', '@yard/rope/js/reef.js', '@yard/rope/package.json', '@yard/rope/dist/index.js', '@yard/rope/src/index',
    '@yard/mast/sail', '@yard/mast/dist/esm/sail', '@yard/hull/lib/plank', '@yard/hull/lib/plank.js', '@yard/hull/lib/deck', '@yard/hull/lib/deck/index.js', '@yard/hull/lib/gone', '@yard/keel/deep', '@yard/anchor/chain',
    '@yard/buoy/bell', '@yard/buoy/dist/bell', '@yard/net/mesh', '@yard/net/both', '@src/rope', '@src/hull', '@built/rope', '@built/buoy', '@lamp', '@lamp/glass', '@lamp/gone',
  ].map((specifier, i) => `import * as a${i} from '${specifier}'\nimport type * as b${i} from '${specifier}'\n`).join('')
}
