import type { Node } from '../parse.ts'
import { planOf, type Called, type Replacement } from './calls.ts'
import type { Clients } from './clients.ts'
import type { Kinds } from './kinds.ts'
import { reasonFor } from './left-over.ts'
import { cannotBeTaken, takenOf, type Taken } from './results.ts'
import type { Staying } from './staying.ts'
import type { Use } from './uses.ts'
import type { Writer } from './writer.ts'

/** What keeps its call, and the object of Google's that it is done with. */
export interface LeftOver {
  readonly handle: Node
  readonly at: Node
  readonly why: string
}

export interface PlannedCall {
  readonly called: Called
  readonly replacement: Replacement
  readonly taken: Taken
}

/** Every use, parted into what has a counterpart and what has none. Nothing is replaced yet. */
export interface Plans {
  readonly calls: readonly PlannedCall[]
  readonly left: readonly LeftOver[]
}

export function plansFor(uses: readonly Use[], kinds: Kinds, write: Writer, clients: Clients): Plans {
  const calls: PlannedCall[] = []
  const left: LeftOver[] = []
  for (const use of uses) {
    if (use.sort === 'unknown') left.push({ handle: use.handle, at: use.handle, why: `this stays with Google: ${use.why}` })
    if (use.sort === 'property' && !isKept(use)) left.push({ handle: use.access.getExpression(), at: use.access, why: reasonFor(use.of, use.access.getName()) })
    if (use.sort !== 'call') continue
    const called: Called = {
      call: use.call, receiver: use.receiver, method: use.method, arguments: use.call.getArguments(), write,
      client: () => clients.of(use.receiver), keyOf: (file) => keyOf(write, kinds, file), kindOf: kinds.of,
    }
    const planned = planOf(called, use.of)
    const taken = takenOf(write.code, use.call)
    const why = 'left' in planned ? planned.left : cannotBeTaken(planned, taken, use.method)
    if ('left' in planned || why !== undefined) left.push({ handle: use.receiver, at: use.call, why: why ?? '' })
    else calls.push({ called, replacement: planned, taken })
  }
  return { calls, left }
}

/** What is left over keeps what it needs, and that may keep further calls, until nothing changes any more. */
export function settled(plans: Plans, staying: Staying): Plans {
  let { calls, left } = plans
  for (;;) {
    staying.keep(left)
    const more = calls.flatMap((planned) => keptAfterAll(planned, staying))
    if (more.length === 0) return { calls, left }
    left = [...left, ...more]
    calls = calls.filter(({ called }) => !more.some(({ at }) => at === called.call))
  }
}

function keptAfterAll({ called }: PlannedCall, staying: Staying): readonly LeftOver[] {
  const { call, receiver, method } = called
  if (staying.keeps(call)) return [{ handle: receiver, at: call, why: `${method} stays with Google because of what is done with its result further down` }]
  // Asked for its bucket and its key, it would be called twice.
  const isKeptTwice = isNamedCall(called) && staying.expression(receiver)
  return isKeptTwice ? [{ handle: receiver, at: call, why: `${method} stays with Google because what it is called on does` }] : []
}

function isNamedCall({ receiver, write, kindOf }: Called): boolean {
  const { Node } = write.code.morph
  if (!Node.isCallExpression(receiver)) return false
  const callee = receiver.getExpression()
  return !Node.isPropertyAccessExpression(callee) || kindOf(callee.getExpression()) === undefined
}

/** A name, and the bucket of a file, are there afterwards, too. */
const isKept = ({ access, of }: Extract<Use, { readonly sort: 'property' }>) => access.getName() === 'name' && of !== 'client' || access.getName() === 'bucket' && of === 'file'

function keyOf(write: Writer, kinds: Kinds, file: Node): Node | undefined {
  const { Node } = write.code.morph
  const callee = Node.isCallExpression(file) ? file.getExpression() : undefined
  if (Node.isCallExpression(file) && Node.isPropertyAccessExpression(callee) && callee.getName() === 'file') return file.getArguments()[0]
  const [source, ...more] = Node.isIdentifier(file) ? kinds.declarations(file).flatMap((declaration) => kinds.sources(declaration)) : []
  return source === undefined || more.length > 0 ? undefined : keyOf(write, kinds, source)
}
