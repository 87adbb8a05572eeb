import type { Knowledge } from '../rules/catalog/knowledge.ts'

export function compileKnowledge(root: string): { readonly knowledge: Knowledge; readonly mistakes: readonly string[] }
export function buildKnowledge(root: string): void
