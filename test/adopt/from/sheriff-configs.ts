// Configurations of Sheriff: those of its documentation and its own test projects, and what these leave out.

export interface SheriffCase {
  readonly name: string
  /** Of `export const config: SheriffConfig`. */
  readonly config: string
  /** Folders of modules have a barrel, or none, or every other one has. */
  readonly barrels: 'all' | 'none' | 'some'
}

export const sheriffCases: readonly SheriffCase[] = [
  { name: 'automatic tagging', barrels: 'all', config: "{ depRules: { root: 'noTag', noTag: ['noTag', 'root'] } }" },
  { name: 'folders by their names', barrels: 'all', config: `{
    modules: { 'src/app/holidays/feature': ['domain:holidays', 'type:feature'], 'src/app/holidays/data': ['domain:holidays', 'type:data'], 'src/app/customers/feature': ['domain:customers', 'type:feature'], 'src/app/customers/data': ['domain:customers', 'type:data'] },
    depRules: { 'domain:holidays': ['domain:holidays', 'noTag'], 'domain:customers': ['domain:customers', 'noTag'], 'type:feature': ['type:data', 'noTag'], 'type:data': 'noTag', root: ['type:feature', 'noTag'], noTag: ['noTag', 'root'] } }` },
  { name: 'nested paths and placeholders', barrels: 'all', config: `{
    modules: { 'src/app': { shared: { '<type>': ['shared', 'type:<type>'] }, '<domain>': { '<type>': ['domain:<domain>', 'type:<type>'] } } },
    depRules: { root: 'type:feature', 'domain:*': [sameTag, 'shared'], 'type:feature': ['type:data', 'type:ui'], 'type:data': 'type:util', 'type:ui': noDependencies, 'type:util': noDependencies, shared: 'shared' } }` },
  { name: 'without barrels', barrels: 'none', config: `{
    enableBarrelLess: true, modules: { 'src/app/<domain>/<type>': ['domain:<domain>', 'type:<type>'] },
    depRules: { 'domain:*': ({ from, to }) => from === to, 'type:feature': ['type:data', 'type:ui'], 'type:*': [], root: ['type:*', 'root'] } }` },
  { name: 'some with barrels, some without', barrels: 'some', config: `{
    enableBarrelLess: true, encapsulationPattern: 'hidden', modules: { 'src/app/shared/<type>': 'shared:<type>', 'src/app/<domain>/<type>': ['domain:<domain>', 'type:<type>'] },
    depRules: { 'domain:*': [sameTag, 'shared:*'], 'type:*': anyTag, 'shared:*': 'shared:*', root: () => true, noTag: 'noTag' } }` },
  { name: 'barrels alone make modules', barrels: 'some', config: `{
    modules: { 'src/app/<domain>/<type>': ['domain:<domain>', 'type:<type>'] },
    depRules: { 'domain:*': [sameTag, 'domain:shared', 'root'], 'type:*': anyTag, root: ['type:feature'] } }` },
  { name: 'an expression hides, the root is left out', barrels: 'none', config: `{
    enableBarrelLess: true, excludeRoot: true, encapsulationPattern: /(^|\\/)_/, tagging: { 'src/app': { 'shared/<kind>': ['shared', 'shared:<kind>'], 'customers/data': 'type:api', '<domain>/<type>': ['domain:<domain>', 'type:<type>'] } },
    depRules: { root: ['type:feature', 'shared:*', 'root'], 'domain:*': [sameTag, 'shared'], 'domain:holidays': 'type:api', 'type:api': 'type:*', 'type:feature': ['type:*', 'shared:ui'], 'type:data': [], shared: 'shared:*', 'shared:ui': ['shared:util'], 'shared:util': [] } }` },
  { name: 'tags that functions make, and segments as expressions', barrels: 'all', config: `{
    modules: { 'src/app/shared': { '/ui|util/': (_placeholders, { segment }) => 'shared:' + segment }, 'src/app/<domain>/<type>': ({ domain, type }) => ['domain:' + domain, \`type:\${type}\`] },
    depRules: { '*': ['shared*', 'domain:holidays'], 'domain:customers': anyTag, root: 'root' } }` },
]
