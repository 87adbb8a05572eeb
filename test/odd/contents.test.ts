import { test } from 'node:test'
import { folderWith } from '../support/repository.ts'
import { bytes, harbour, judgedBesides, type Odd } from './beside-odd.ts'

const crossing = "import { fees } from '../office/fees'\n"
const found = (place: string): Pick<Odd, 'findings'> => ({ findings: [`boats/odd.ts:${place} boats may not use office`] })
const deep = 10_000

function utf16(text: string, endian: 'little' | 'big'): Uint8Array {
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return endian === 'little' ? little : little.swap16()
}

/** What a bundler writes: many statements, all on one line. */
function minified(mebibytes: number): string {
  const piece = 'var a0=function(a,b){return a?b/a:/[/]x/g.test(b)},b0=`x${a0({c:[1,"\\"",\'y\'],d:()=>{}})}`;for(let i=0;i<9;i++)if(i%2){a0(i)}else b0+=i;'
  return piece.repeat(Math.ceil(mebibytes * 2 ** 20 / piece.length))
}

const nested = (name: string, before: string, inner: string, after: string): Odd => bytes(`10,000 ${name}, one in the other`, `${crossing}${before.repeat(deep)}${inner}${after.repeat(deep)}\n`, found('1:22'))
const tooDeep = { ...found('1:22'), problems: [/^boats\/odd\.ts: .*nested too deeply/] }

const contents: readonly Odd[] = [
  bytes('nothing', ''),
  bytes('one byte', '\n'),
  bytes('nothing but NUL', new Uint8Array(5000), { problems: [/^boats\/odd\.ts: does not parse/] }),
  bytes('a NUL behind an import', `${crossing}\0\0\0`, found('1:22')),
  bytes('bytes of a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')),
  bytes('UTF-16, little end first', utf16(`// ⚓\n${crossing}`, 'little'), found('2:22')),
  bytes('UTF-16, big end first', utf16(`// ⚓\n${crossing}`, 'big'), found('2:22')),
  bytes('UTF-16 that ends within a character', utf16(`${crossing}// ⚓`, 'little').subarray(0, -1), found('1:22')),
  bytes('Latin-1', Buffer.from(`const mué = 'fjörd' // Ærø\n${crossing}`, 'latin1'), found('2:22')),
  bytes('a byte order mark', `\uFEFF${crossing}`, found('1:22')),
  bytes('line ends of Windows', `// one\r\n/* two\r\n */\r\n${crossing}`, found('4:22')),
  bytes('line ends of old Macs', `// one\rlet two\r${crossing}`, found('3:22')),
  bytes('20 MB of minified code', `${crossing}${minified(20)}`, found('1:22')),
  bytes('a line of 50 MB', `const rope = '${'~'.repeat(50_000_000)}'\n${crossing}`, found('2:22')),
  bytes('100,000 imports', Array.from({ length: 100_000 }, (_, i) => `import { sail as s${i} } from './sail'\n`).join('') + crossing, found('100001:22')),
  nested('functions', 'function a(){', 'b()', '}'),
  nested('arrays', '[', '0', ']'),
  nested('elements', '<div>', '', '</div>'),
  nested('templates', '`${', '0', '}`'),
  bytes('10,000 types, one in the other', `${crossing}type A = ${'Array<'.repeat(deep)}0${'>'.repeat(deep)}\n`, found('1:22')),
  bytes('10,000 conditions, one after the other', `${crossing}const a = ${'b ? c : '.repeat(deep)}d\n`, found('1:22')),
  bytes('10,000 sums', `${crossing}const a = ${'b + '.repeat(deep)}d\n`, found('1:22')),
  bytes('10,000 brackets that do not close', `${crossing}${'([{'.repeat(deep)}`, tooDeep),
  bytes('10,000 brackets that did not open', `${crossing}${'}])'.repeat(deep)}`, { ...found('1:22'), problems: [/^boats\/odd\.ts: does not parse/] }),
]

for (const odd of contents) test(`a file of ${odd.name}`, (t) => judgedBesides(t, folderWith(t, harbour), odd))
