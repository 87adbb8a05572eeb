// oxc recurses with the nesting of the code and has no limit: beyond some 1,600 nested functions (8 MB of stack) it takes the whole
// process down with a segmentation fault that nothing can catch (0.159, checked 2026-11). So no text reaches it unmeasured.

const space = 0, word = 1, operator = 2, open = 3, close = 4, separator = 5, newline = 6, quote = 7, slash = 8

const classes = new Uint8Array(128).fill(operator)
const classify = (characters: string, as: number): void => { for (const c of characters) classes[c.charCodeAt(0)] = as }
classify(' \t\v\f\0', space)
classify('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$@#\\.`', word)
classify('([{', open)
classify(')]}', close)
classify(';,', separator)
classify('\r\n', newline)
classify('\'"', quote)
classify('/', slash)

/** A bracket weighs as much as four words or operators, by the stack that oxc was seen to use. */
const bracketWeight = 4
const limit = 3000

/**
 * Where a text nests deeper than the parser can bear, undefined where it does not. An estimate on the safe side: open brackets, and
 * the words and operators of each unfinished statement, since `a ? b : c ? …`, `else if … else if …` and `!!!…` nest without brackets.
 */
export function tooDeepAt(text: string): number | undefined {
  const outer: number[] = []
  let chain = 0
  let depth = 0
  let previous = newline
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    let now = code < 128 ? classes[code] as number : word
    if (now === word) {
      if (previous === word) continue
      chain++; depth++
      previous = word
      continue
    }
    switch (now) {
      case operator:
        chain++; depth++
        break
      case open:
        outer.push(chain)
        chain = 0
        depth += bracketWeight
        break
      case close:
        depth -= chain
        chain = outer.pop() ?? 0
        depth = Math.max(depth - bracketWeight, chain)
        if (code === 125 && startsAfresh(text, i + 1)) { depth -= chain; chain = 0 }
        break
      case quote:
        i = endOfString(text, i, code)
        now = word
        break
      case slash: {
        const after = text.charCodeAt(i + 1)
        if (after === 47) i = endOfLine(text, i) - 1
        else if (after === 42) i = endOfBlockComment(text, i)
        else { chain++; depth++ }
        now = after === 47 || after === 42 ? previous : operator
        break
      }
      case separator:
        if (!goesOnWithElse(text, i + 1)) { depth -= chain; chain = 0 }
        break
      case newline:
        i = skipBlanks(text, i + 1) - 1
        if (previous !== operator && startsAfresh(text, i + 1) && !startsPrefix(text, i + 1)) { depth -= chain; chain = 0 }
        now = previous === operator ? operator : newline
        break
      case space:
        if (previous === operator) now = operator
        break
    }
    if (depth > limit) return i
    previous = now
  }
  return undefined
}

function endOfString(text: string, start: number, mark: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 92) i++
    else if (c === mark || c === 10) return i
  }
  return text.length
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end
}

function endOfBlockComment(text: string, start: number): number {
  const end = text.indexOf('*/', start + 2)
  return end < 0 ? text.length : end + 1
}

/** A word at the start of a line or after `}` starts a statement, as far as this estimate cares; `else` goes on with the one before. */
function startsAfresh(text: string, from: number): boolean {
  const i = skipBlanks(text, from)
  const c = text.charCodeAt(i)
  return (c >= 128 || classes[c] === word) && c !== 46 && !text.startsWith('else', i)
}

/** Words that may follow each other without an end: `new new …`, `if (a) if (b) …`. */
const prefixes = /(?:new|typeof|void|delete|await|yield|if|for|while|do|with|keyof|readonly)\b/y

function startsPrefix(text: string, from: number): boolean {
  prefixes.lastIndex = from
  return prefixes.test(text)
}

function goesOnWithElse(text: string, from: number): boolean {
  return text.startsWith('else', skipBlanks(text, from))
}

function skipBlanks(text: string, from: number): number {
  let i = from
  while (i < text.length && text.charCodeAt(i) <= 32) i++
  return i
}
