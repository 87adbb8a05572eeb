export { decode } from './decode.ts'
export { extract, extractSymbols } from './extract.ts'
export { isSource } from './is-source.ts'
