import type { Call, Node } from '../parse.ts'
import type { Kind } from './kinds.ts'
import { reasonFor, reasonForOption } from './left-over.ts'
import { isLiteral, optionsOf, unknownOption, type Options } from './options.ts'
import { signedUrl } from './signed-url.ts'
import { guessedType, uploadFields } from './upload-options.ts'
import type { Writer } from './writer.ts'

/** What a call becomes. `text` is a promise of the result itself, where Google's is one of an array that begins with it. */
export interface Replacement {
  /** 'nothing': Google's response, which nobody asks for; 'now': no promise. Else the type of the result. */
  readonly result: 'nothing' | 'now' | { readonly type: string }
  readonly text: () => string
  readonly differs?: readonly string[]
  readonly options?: Options | undefined
}

export type Planned = Replacement | { readonly left: string }

export interface Called {
  readonly call: Call
  readonly receiver: Node
  readonly method: string
  readonly arguments: readonly Node[]
  readonly write: Writer
  readonly client: () => string
  readonly keyOf: (file: Node) => Node | undefined
  readonly kindOf: (node: Node) => Kind | undefined
}

const object = '{ Bucket: string; Key: string }'

const plans: Readonly<Record<string, (called: Called) => Planned>> = {
  'file.save': save, 'file.download': download, 'file.createReadStream': createReadStream, 'file.createWriteStream': createWriteStream,
  'file.exists': (called) => withoutOptions(called, () => ({
    result: { type: 'boolean' }, text: () => helped(called, 'objectExists', called.write.braced(called.call, called.write.fields(called.receiver))),
  })),
  'file.getMetadata': (called) => withoutOptions(called, () => ({
    result: { type: `Awaited<ReturnType<typeof ${called.write.help('objectMetadata')}>>` }, text: () => helped(called, 'objectMetadata', called.write.braced(called.call, called.write.fields(called.receiver))),
  })),
  'file.delete': deleteFile, 'file.copy': (called) => transfer(called, 'copyObject'),
  'file.move': (called) => transfer(called, 'moveObject'), 'file.rename': (called) => transfer(called, 'moveObject'),
  'file.getSignedUrl': signedUrl,
  'client.createBucket': createBucket,
  'bucket.getFiles': getFiles, 'bucket.upload': upload,
  'bucket.exists': (called) => withoutOptions(called, () => ({ result: { type: 'boolean' }, text: () => helped(called, 'bucketExists', called.write.bucket(called.receiver)) })),
  'bucket.create': (called) => withoutOptions(called, () => ({ result: 'nothing', text: () => command(called, 'CreateBucketCommand', [`Bucket: ${called.write.bucket(called.receiver)}`]) })),
  'bucket.delete': (called) => withoutOptions(called, () => ({ result: 'nothing', text: () => command(called, 'DeleteBucketCommand', [`Bucket: ${called.write.bucket(called.receiver)}`]) })),
}

/** The clients are asked for only when the text is, since only then they are needed. */
export function planOf(called: Called, of: Kind): Planned {
  const { write } = called
  const { Node } = write.code.morph
  const last = called.arguments.at(-1)
  if (Node.isArrowFunction(last) || Node.isFunctionExpression(last)) return { left: `${called.method} stays with Google because of its callback: await its promise instead` }
  if (called.arguments.some((argument) => Node.isSpreadElement(argument))) return { left: `${called.method} stays with Google because its arguments are not written out` }
  const option = chainOption(called)
  if (option !== undefined) return { left: `${called.method} stays with Google because of the options of ${option}(), which have no equal in S3` }
  const plan = plans[`${of}.${called.method}`]
  return plan === undefined ? { left: reasonFor(of, called.method) } : plan(called)
}

/** `bucket(name, { userProject })`, `file(key, { generation })` */
function chainOption({ receiver, write: { code: { morph: { Node } } } }: Called): string | undefined {
  for (let node = receiver; Node.isCallExpression(node);) {
    const callee = node.getExpression()
    if (!Node.isPropertyAccessExpression(callee)) return undefined
    if (/^(?:bucket|file)$/u.test(callee.getName()) && node.getArguments().length > 1) return callee.getName()
    node = callee.getExpression()
  }
  return undefined
}

export function command({ call, client, write }: Called, name: string, fields: readonly string[]): string {
  return `${client()}.send(new ${write.use(name)}(${write.braced(call, fields)}))`
}

export function helped({ client, write }: Called, helper: Parameters<Writer['help']>[0], ...given: readonly string[]): string {
  return `${write.help(helper)}(${[client(), ...given].join(', ')})`
}

function withoutOptions(called: Called, plan: () => Planned): Planned {
  return called.arguments.length === 0 ? plan() : { left: `${called.method} stays with Google because of its options, which have no equal in S3` }
}

/** With the options that a call may have, or without a plan where they come from elsewhere or one has no equal. */
function withOptions(called: Called, at: number, known: readonly string[] | 'all', plan: (options: Options) => Planned): Planned {
  const options = optionsOf(called.write.code, called.arguments[at])
  if (options === undefined) return { left: `${called.method} stays with Google because its options are not written out in the call` }
  const unknown = known === 'all' ? undefined : unknownOption(options, known)
  if (unknown !== undefined) return { left: reasonForOption(called.method, unknown) }
  const planned = plan(options)
  return 'left' in planned ? planned : { ...planned, options }
}

function createBucket(called: Called): Planned {
  const [name, options] = called.arguments
  if (name === undefined || options !== undefined) return { left: `${called.method} stays with Google because of its options: set them where the infrastructure of the bucket is described` }
  const text = () => command(called, 'CreateBucketCommand', [`Bucket: ${called.write.print(name)}`])
  return { result: { type: 'string' }, text: () => `${text()}.then(() => ${called.write.print(name)})` }
}

function save(called: Called): Planned {
  const [data] = called.arguments
  if (data === undefined) return { left: `${called.method} stays with Google: it is given nothing to save` }
  return withOptions(called, 1, 'all', (options) => {
    const { write } = called
    const uploaded = uploadFields(write, called.method, options)
    if ('left' in uploaded) return uploaded
    const guess = uploaded.hasType ? {} : guessedType(called.keyOf(called.receiver))
    const fields = () => [...write.fields(called.receiver), `Body: ${write.print(data)}`, ...uploaded.fields(), ...quoted(write, guess.field)]
    const text = isStream(called, data)
      ? () => `new ${write.use('Upload')}({ client: ${called.client()}, params: ${write.braced(called.call, fields())} }).done()`
      : () => command(called, 'PutObjectCommand', fields())
    return { result: 'nothing', text, differs: [...uploaded.differs, ...guess.differs === undefined ? [] : [guess.differs]] }
  })
}

const quoted = ({ style }: Writer, field: string | undefined) => field === undefined ? [] : [field.replaceAll("'", style.quote)]

/** PutObject wants to know how long its body is, which a stream does not say. */
function isStream({ write: { code: { morph: { Node } } } }: Called, data: Node): boolean {
  const declaration = Node.isIdentifier(data) ? data.getSymbol()?.getValueDeclaration() : undefined
  const type = Node.isTyped(declaration) ? declaration.getTypeNode()?.getText() ?? '' : ''
  const initializer = Node.isVariableDeclaration(declaration) ? declaration.getInitializer()?.getText() ?? '' : data.getText()
  return /Readable|Stream|Iterable/u.test(type) || /\bcreateReadStream\(|\bReadable\.from\(/u.test(initializer)
}

function download(called: Called): Planned {
  return withOptions(called, 0, ['destination', 'start', 'end', 'validation'], (options) => {
    const range = rangeOf(called, options)
    if (range === undefined) return { left: reasonForOption(called.method, 'end') }
    const { write } = called
    const source = () => write.braced(called.call, [...write.fields(called.receiver), ...range()])
    const destination = options.values.get('destination')
    return destination === undefined
      ? { result: { type: 'Buffer' }, text: () => helped(called, 'downloadObject', source()) }
      : { result: 'nothing', text: () => helped(called, 'downloadObjectTo', source(), write.print(destination)) }
  })
}

function createReadStream(called: Called): Planned {
  return withOptions(called, 0, ['start', 'end', 'validation'], (options) => {
    const range = rangeOf(called, options)
    if (range === undefined) return { left: reasonForOption(called.method, 'end') }
    return { result: 'now', text: () => helped(called, 'readStream', called.write.braced(called.call, [...called.write.fields(called.receiver), ...range()])) }
  })
}

/** An end alone may be negative there, and means the last bytes then. */
function rangeOf({ write }: Called, options: Options): (() => readonly string[]) | undefined {
  const [start, end] = [options.values.get('start'), options.values.get('end')]
  if (start === undefined) return end === undefined ? () => [] : undefined
  return () => {
    const bounds = `${inTemplate(write, start)}-${end === undefined ? '' : inTemplate(write, end)}`
    const quote = bounds.includes('$') ? '`' : write.style.quote
    return [`Range: ${quote}bytes=${bounds}${quote}`]
  }
}

const inTemplate = ({ code, print }: Writer, value: Node) => code.morph.Node.isNumericLiteral(value) ? value.getText() : `\${${print(value)}}`

function createWriteStream(called: Called): Planned {
  return withOptions(called, 0, 'all', (options) => {
    const uploaded = uploadFields(called.write, called.method, options)
    if ('left' in uploaded) return uploaded
    const guess = uploaded.hasType ? {} : guessedType(called.keyOf(called.receiver))
    const { write } = called
    const fields = () => [...write.fields(called.receiver), ...uploaded.fields(), ...quoted(write, guess.field)]
    return { result: 'now', text: () => helped(called, 'writeStream', write.braced(called.call, fields())), differs: [...uploaded.differs, ...guess.differs === undefined ? [] : [guess.differs]] }
  })
}

function deleteFile(called: Called): Planned {
  return withOptions(called, 0, ['ignoreNotFound'], (options) => {
    const ignored = options.values.get('ignoreNotFound')
    const { write } = called
    if (isLiteral(ignored, 'true')) return { result: 'nothing', text: () => command(called, 'DeleteObjectCommand', write.fields(called.receiver)) }
    if (ignored !== undefined && !isLiteral(ignored, 'false')) return { left: reasonForOption(called.method, 'ignoreNotFound') }
    return { result: 'nothing', text: () => helped(called, 'deleteExisting', write.braced(called.call, write.fields(called.receiver))) }
  })
}

function transfer(called: Called, helper: 'copyObject' | 'moveObject'): Planned {
  const [to] = called.arguments
  const { write } = called
  if (to === undefined || called.arguments.length > 1) return { left: `${called.method} stays with Google because of its options, which have no equal in S3` }
  if (/^['"`]gs:/u.test(to.getText())) return { left: `${called.method} stays with Google because it goes to a gs:// address: name bucket and key` }
  const kind = called.kindOf(to)
  if (kind === 'client' || kind === 'files') return { left: `${called.method} stays with Google: it is not known where it goes` }
  const target = () => kind === 'file' ? write.braced(called.call, write.fields(to)) : kind === 'bucket' ? `{ Bucket: ${write.bucket(to)} }` : `{ Key: ${write.print(to)} }`
  const isText = kind !== undefined || write.code.isTypeScript || /^['"`]/u.test(to.getText())
  return {
    result: { type: object }, text: () => helped(called, helper, write.braced(called.call, write.fields(called.receiver)), target()),
    differs: isText ? [] : [`${to.getText()} is taken for a key: a File would have to be { Bucket, Key }`],
  }
}

function getFiles(called: Called): Planned {
  return withOptions(called, 0, ['prefix', 'delimiter', 'maxResults'], (options) => {
    const { write } = called
    const field = (name: string, option: string) => {
      const value = options.values.get(option)
      return value === undefined ? [] : [`${name}: ${write.print(value)}`]
    }
    const limit = options.values.get('maxResults')
    return {
      result: { type: `${object}[]` },
      text: () => helped(called, 'listObjects', write.braced(called.call, [`Bucket: ${write.bucket(called.receiver)}`, ...field('Prefix', 'prefix'), ...field('Delimiter', 'delimiter')]), ...limit === undefined ? [] : [write.print(limit)]),
    }
  })
}

function upload(called: Called): Planned {
  const [path] = called.arguments
  if (path === undefined) return { left: `${called.method} stays with Google: it is given nothing to upload` }
  return withOptions(called, 1, 'all', (options) => {
    const uploaded = uploadFields(called.write, called.method, options, ['destination'])
    if ('left' in uploaded) return uploaded
    const { write } = called
    const destination = options.values.get('destination')
    const isFile = destination !== undefined && called.kindOf(destination) === 'file'
    const guess = uploaded.hasType ? {} : guessedType(isFile ? called.keyOf(destination) : destination ?? path)
    const place = () => isFile ? write.fields(destination) : [
      `Bucket: ${write.bucket(called.receiver)}`,
      `Key: ${destination === undefined ? `${write.use('basename')}(${write.print(path)})` : write.print(destination)}`,
    ]
    const fields = () => [...place(), ...uploaded.fields(), ...quoted(write, guess.field)]
    return {
      result: { type: object }, text: () => helped(called, 'uploadFile', write.print(path), write.braced(called.call, fields())),
      differs: [...uploaded.differs, ...guess.differs === undefined ? [] : [guess.differs]],
    }
  })
}
