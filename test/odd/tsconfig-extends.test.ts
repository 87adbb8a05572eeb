import { test } from 'node:test'
import { folderWith } from '../support/repository.ts'
import { harbour, judgedBesides, write, type Odd } from './beside-odd.ts'

/** Boats reach the office by an alias that only the end of the chain knows. */
const aliased = `${harbour}
// boats/aliased.ts
import { fees } from '@office/fees'
`
const found = 'boats/aliased.ts:1:22 boats may not use office'
const paths = { compilerOptions: { paths: { '@office/*': ['./office/*'] } } }

type Configs = Readonly<Record<string, unknown>>

const cases: readonly (Omit<Odd, 'make' | 'files'> & { readonly configs: Configs })[] = [
  { name: 'itself', configs: { 'tsconfig.json': { extends: './tsconfig.json', ...paths } }, problems: [/^tsconfig\.json: tsconfig\.json extends itself: tsconfig\.json → tsconfig\.json$/] },
  { name: 'one that extends it', configs: { 'tsconfig.json': { extends: './base.json' }, 'base.json': { extends: './tsconfig', ...paths } }, problems: [/^base\.json: base\.json extends itself: base\.json → tsconfig\.json → base\.json$/] },
  {
    name: 'a ring that it is no part of', configs: { 'tsconfig.json': { extends: './a.json' }, 'a.json': { extends: './b.json', ...paths }, 'b.json': { extends: './c.json' }, 'c.json': { extends: ['./a.json'] } },
    problems: [/^a\.json: a\.json extends itself: a\.json → b\.json → c\.json → a\.json$/],
  },
  {
    name: 'two rings', configs: { 'tsconfig.json': { extends: ['./a.json', './b.json'], ...paths }, 'a.json': { extends: './tsconfig.json' }, 'b.json': { extends: './tsconfig.json' } },
    problems: [/^a\.json: a\.json extends itself: a\.json → tsconfig\.json → a\.json$/, /^b\.json: b\.json extends itself: b\.json → tsconfig\.json → b\.json$/],
  },
  { name: 'a ring through another folder', configs: { 'tsconfig.json': { extends: './config/base.json', ...paths }, 'config/base.json': { extends: '../tsconfig.json' } }, problems: [/^config\/base\.json: .* extends itself/] },
  { name: 'a ring through a package', configs: { 'tsconfig.json': { extends: 'knots/base.json', ...paths }, 'node_modules/knots/base.json': { extends: '../../tsconfig.json' } }, problems: [/^node_modules\/knots\/base\.json: .* extends itself/] },
  { name: '50 that extend one', configs: Object.fromEntries([['tsconfig.json', { extends: numbers(50).map((n) => `./level1-${n}.json`) }], ...numbers(50).map((n) => [`level1-${n}.json`, { extends: './base.json' }] as const), ['base.json', paths]]) },
  {
    name: '50 storeys of two that extend both below', configs: Object.fromEntries([
      ['tsconfig.json', { extends: ['./a0.json', './b0.json'] }],
      ...numbers(50).flatMap((n) => ['a', 'b'].map((side) => [`${side}${n}.json`, n === 49 ? paths : { extends: [`./a${n + 1}.json`, `./b${n + 1}.json`] }] as const)),
    ]),
  },
  { name: 'a chain of 1,000', configs: Object.fromEntries([['tsconfig.json', { extends: './c0.json' }], ...numbers(1000).map((n) => [`c${n}.json`, n === 999 ? paths : { extends: `./c${n + 1}.json` }] as const)]) },
  { name: 'one that is not there', configs: { 'tsconfig.json': { extends: './gone.json', ...paths } }, problems: [/^tsconfig\.json: tsconfig\.json extends \.\/gone\.json, which is not there$/] },
  { name: 'one of which a base is not there', configs: { 'tsconfig.json': { extends: './base.json' }, 'base.json': { extends: ['gone/base', './gone'], ...paths } }, problems: [/^base\.json: base\.json extends gone\/base,/, /^base\.json: base\.json extends \.\/gone,/] },
  { name: 'a folder', configs: { 'tsconfig.json': { extends: './boats', ...paths } }, problems: [/^tsconfig\.json: tsconfig\.json extends \.\/boats, which is not there$/] },
  { name: 'nothing', configs: { 'tsconfig.json': { extends: '', ...paths } }, problems: [/^tsconfig\.json: tsconfig\.json extends .*which is not there$/] },
  { name: 'one that is no JSON', configs: { 'tsconfig.json': { extends: './base.json', ...paths }, 'base.json': undefined }, problems: [/^base\.json: base\.json is not JSON/] },
]

for (const { configs, ...odd } of cases) {
  test(`a tsconfig that extends ${odd.name}`, (t) => judgedBesides(t, folderWith(t, aliased), {
    ...odd, files: 1, findings: [found],
    make(folder) { for (const [path, config] of Object.entries(configs)) write(folder, path, JSON.stringify(config) ?? '{ "extends": [') },
  }))
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, n) => n)
}
