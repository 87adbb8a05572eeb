export { codeIn, sharedIn } from './component.ts'
export { componentFacts, componentNames, isUsedByMarkup } from './component-facts.ts'
