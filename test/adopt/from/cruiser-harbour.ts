// A small project in which every attribute of dependency-cruiser's rules finds something: each form of import, each alias, and packages of
// whose manifests all is known.

const manifest = (name: string, more: object = {}): string => JSON.stringify({ name, version: '1.0.0', main: 'index.js', ...more })

const installed: Readonly<Record<string, object>> = {
  tar: { license: 'MIT' },
  rope: { license: '(MIT OR GPL-3.0-only)' },
  sextant: { license: 'MIT AND ISC' },
  chalk: { license: 'ISC' },
  flag: { license: 'GPL-3.0-only WITH Classpath-exception-2.0' },
  mast: {},
  barnacle: { license: 'SEE LICENSE IN terms.txt' },
  oakum: { license: 'Apache-2.0', deprecated: 'use tar' },
  compass: { license: 'Apache-2.0 AND (MIT OR BSD-2-Clause)' },
}

export const harbourSources = ['src', 'packages'] as const

export const harbour: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'harbour', private: true, workspaces: ['packages/*'], imports: { '#crew/*': './src/crew/*.js' },
    dependencies: { tar: '1', rope: '1', sextant: '1', oakum: '1', compass: '1', '@harbour/knots': '*' }, devDependencies: { rope: '1', chalk: '1' }, optionalDependencies: { flag: '1' }, peerDependencies: { mast: '1' },
  }),
  'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'esnext', moduleResolution: 'bundler', target: 'es2022', allowJs: true, strict: true, paths: { '@office/*': ['./src/office/*'] } }, include: ['src', 'packages'] }),
  '.gitignore': 'node_modules\n',
  ...Object.fromEntries(Object.entries(installed).flatMap(([name, more]) => [[`node_modules/${name}/package.json`, manifest(name, more)], [`node_modules/${name}/index.js`, 'module.exports = {}\n'], [`node_modules/${name}/index.d.ts`, 'export declare const it: number\nexport interface It { it: number }\n']])),

  'packages/knots/package.json': JSON.stringify({ name: '@harbour/knots', version: '1.0.0', exports: { '.': './src/index.ts', './*': './src/*.ts' }, dependencies: { tar: '1' } }),
  'packages/knots/src/index.ts': "export * from './bowline'\nexport { hitch } from './hitch'\n",
  'packages/knots/src/bowline.ts': "import { it } from 'tar'\nimport { it as chalk } from 'chalk'\nexport const bowline = [it, chalk]\n",
  'packages/knots/src/hitch.ts': "import type { Fee } from '../../../src/office/fees'\nexport const hitch = (fee: Fee) => fee\n",

  'src/main.ts': "import { open } from './office'\nimport { sail } from './boats/sail'\nimport { bowline } from '@harbour/knots'\nimport { hitch } from '@harbour/knots/hitch'\nexport const start = async () => [open, sail, bowline, hitch, await import('./boats/hull'), await import('mast')]\n",
  'src/unused.ts': 'export const unused = 1\n',
  'src/shapes.d.ts': 'export interface Shape { sides: number }\n',

  'src/office/index.ts': "export { open } from './desk'\nexport * from './fees'\n",
  'src/office/desk.ts': "import { readFile } from 'node:fs/promises'\nimport { fees } from './fees'\nimport { ledger } from './ledger'\nexport const open = () => [readFile, fees, ledger]\n",
  'src/office/fees.ts': "import type { Ledger } from './ledger'\nexport interface Fee { amount: number }\nexport const fees = (ledger: Ledger) => ledger\n",
  'src/office/ledger.ts': "import { Fee } from './fees'\nimport { it } from 'rope'\nimport { missing } from './retired'\nexport interface Ledger { fees: Fee[] }\nexport const ledger = [it, missing]\n",

  'src/boats/sail/index.ts': "import { rope } from './rope'\nimport { plank } from '../hull/plank'\nexport const sail = [rope, plank]\n",
  'src/boats/sail/rope.ts': "import { it } from 'sextant'\nimport { it as tar } from 'tar'\nimport { fees } from '@office/fees'\nimport { cloth } from './cloth'\nexport const rope = [it, tar, fees, cloth]\n",
  'src/boats/sail/cloth.ts': "import { it } from 'oakum'\nimport { start } from '../../main'\nexport const cloth = () => [it, start]\n",
  'src/boats/hull/index.ts': "import { plank } from './plank'\nimport { nail } from './nail'\nexport const hull = [plank, nail]\n",
  'src/boats/hull/plank.ts': "import { it } from 'flag'\nimport { nail } from './nail'\nexport const plank = () => [it, nail]\n",
  'src/boats/hull/nail.ts': "import { plank } from './plank'\nimport { it } from 'compass'\nimport 'node:path'\nexport const nail = () => [plank, it]\n",
  'src/boats/hull/plank.spec.ts': "import { plank } from './plank'\nimport { it } from 'chalk'\nexport const tested = [plank, it]\n",

  'src/crew/index.js': "import { cook } from '#crew/cook'\nimport { it } from 'barnacle'\nexport const crew = [cook, it]\n",
  'src/crew/cook.js': "import * as punycode from 'punycode'\n/** @type {import('./list').List} */\nexport const cook = punycode\n",
  'src/crew/list.ts': "import { Shape } from '../shapes'\nexport interface List { names: string[]; shape: Shape }\n",

  'src/old/log.cjs': "const want = require('./want.cjs')\nconst line = want('./line.cjs')\nconst { it } = require('rope')\nmodule.exports = [line, it]\n",
  'src/old/want.cjs': 'module.exports = (name) => require(name)\n',
  'src/old/line.cjs': "const fs = process.getBuiltinModule('fs')\nconst paint = tryRequire('chalk')\nmodule.exports = [fs, paint]\n",
}

/** Links that an install makes. */
export const harbourLinks: Readonly<Record<string, string>> = { 'node_modules/@harbour/knots': 'packages/knots' }
