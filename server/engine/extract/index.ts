export { decode } from './decode.ts'
export { extract, extractEnv, extractImported, extractSurelyRunning, extractSymbols, extractTypeOnly } from './extract.ts'
export { isSource } from './is-source.ts'
