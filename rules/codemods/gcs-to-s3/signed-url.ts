import type { Node } from '../parse.ts'
import type { Called, Planned } from './calls.ts'
import { reasonForOption } from './left-over.ts'
import { optionsOf, unknownOption } from './options.ts'

const commands: Readonly<Record<string, string>> = { read: 'GetObjectCommand', write: 'PutObjectCommand', delete: 'DeleteObjectCommand' }

/** Google's `expires` is a point in time, S3's `expiresIn` so many seconds from now. */
export function signedUrl(called: Called): Planned {
  const { write, method } = called
  const { Node } = write.code.morph
  const options = optionsOf(write.code, called.arguments[0])
  if (options === undefined) return { left: `${method} stays with Google because its options are not written out in the call` }
  const action = options.values.get('action')
  const name = Node.isAsExpression(action) ? action.getExpression() : action
  const command = Node.isStringLiteral(name) ? commands[name.getLiteralValue()] : undefined
  const expires = options.values.get('expires')
  if (command === undefined) return { left: `${method} stays with Google because it is not known whether the URL is for reading or writing` }
  if (expires === undefined) return { left: `${method} stays with Google because it does not say when the URL expires` }
  const known = ['action', 'version', 'expires', ...command === 'PutObjectCommand' ? ['contentType'] : [], ...command === 'GetObjectCommand' ? ['responseDisposition', 'responseType'] : []]
  const unknown = unknownOption(options, known)
  if (unknown !== undefined) return { left: reasonForOption(method, unknown) }

  const field = (name: string, option: string) => {
    const value = options.values.get(option)
    return value === undefined ? [] : [`${name}: ${write.print(value)}`]
  }
  const text = () => {
    const fields = [...write.fields(called.receiver), ...field('ContentType', 'contentType'), ...field('ResponseContentDisposition', 'responseDisposition'), ...field('ResponseContentType', 'responseType')]
    // Unless it is named, the content type is not signed, and anything could be uploaded.
    const signed = options.values.has('contentType') ? `, signableHeaders: new Set([${write.style.quote}content-type${write.style.quote}])` : ''
    return `${write.use('getSignedUrl')}(${called.client()}, new ${write.use(command)}(${write.braced(called.call, fields)}), { expiresIn: ${seconds(called, expires)}${signed} })`
  }
  return { result: { type: 'string' }, text, options, differs: Node.isStringLiteral(expires) ? ['S3 signs for seven days at most'] : [] }
}

function seconds({ write }: Called, expires: Node): string {
  const { Node } = write.code.morph
  const isSum = Node.isBinaryExpression(expires) && expires.getOperatorToken().getText() === '+' && expires.getLeft().getText() === 'Date.now()'
  if (!isSum) return `${write.help('secondsUntil')}(${write.print(expires)})`
  const ms = expires.getRight()
  if (Node.isNumericLiteral(ms)) return String(Math.ceil(ms.getLiteralValue() / 1000))
  if (Node.isBinaryExpression(ms) && ms.getOperatorToken().getText() === '*' && /^1_?000$/u.test(ms.getRight().getText()) && isWhole(write.print(ms.getLeft()))) return write.print(ms.getLeft())
  return `Math.ceil((${write.print(ms)}) / 1000)`
}

/** Seconds have to be whole. */
const isWhole = (text: string) => /^[\d\s*_]+$/u.test(text)
