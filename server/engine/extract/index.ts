export { decode } from './decode.ts'
export { extract, extractEnv, extractImported, extractSymbols, extractTypeOnly } from './extract.ts'
export { isSource } from './is-source.ts'
