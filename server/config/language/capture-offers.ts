/* Captures that stand for something in a selector: those of the module that says it, or of the other side of its rule. */
import type { Offer } from './offer.ts'
import type { Sketch } from './sketch.ts'
import type { Way } from './sketch/node.ts'
import { wordsOf } from './words.ts'

/** `typed`: the atom up to the cursor; undefined where no brace is open there. */
export function captureOffers(sketch: Sketch, way: Way, typed: string): readonly Offer[] | undefined {
  const start = typed.lastIndexOf('{') + 1
  if (start <= typed.lastIndexOf('}') + 1) return undefined
  return [...new Set(texts(sketch, way).flatMap(capturesIn))].map((name) => ({ kind: 'word', label: `{${name}}`, text: `${typed.slice(0, start)}${name}}`, says: 'What it stands for on the other side.' }))
}

/** Where they are captured. */
function texts(sketch: Sketch, [top, name, key]: Way): readonly string[] {
  if (top === 'modules') return [String(name)]
  if (top !== 'rules' || key === 'from' || key === 'to') return []
  return wordsOf(sketch, ['rules']).filter(({ role, way }) => role === 'value' && way[1] === name && (way[2] === 'from' || way[2] === 'to')).map(({ word }) => word.text)
}

function capturesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{([A-Za-z][\w-]*)[:}]|\(\?<([A-Za-z]\w*)>/g)].map(([, inGlob, inExpression]) => inGlob ?? inExpression ?? '')
}
