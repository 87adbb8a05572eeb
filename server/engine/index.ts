// The five verbs, in the order in which a value meets them.
export { codeIn, decode, extract, extractEnv, extractImported, extractNameUses, extractMentions, extractSymbols, extractTypeOnly, isSource, type NameUses } from './extract/index.ts'
export { layoutOf, type ResolveLayout } from './resolve/layout.ts'
export { resolver } from './resolve/resolve.ts'
export { builtinOf } from './resolve/builtins.ts'
export { graph, type GraphFile } from './graph/graph.ts'
export { origins } from './graph/origins.ts'
export { check, inOrder } from './check/check.ts'
export { apply, type NewTexts } from './edit/apply.ts'
