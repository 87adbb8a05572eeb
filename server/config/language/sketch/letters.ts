export function isBreak(letter: string | undefined): boolean {
  return letter === '\n' || letter === '\r'
}

export function isGap(letter: string | undefined): boolean {
  return letter === undefined || letter === ' ' || letter === '\t' || letter === '\n' || letter === '\r'
}

export function isFlowEnd(letter: string | undefined): boolean {
  return letter === ',' || letter === '[' || letter === ']' || letter === '{' || letter === '}'
}
