import type { Board } from './board'
import type { Shape } from './shape'

/** One page of lines. Written by hand: a library for this weighs more than the product. */
export function toPdf(board: Board): Uint8Array {
  const drawing = board.shapes.map(strokes).join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1600 1200] /Contents 4 0 R >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
  ]
  let text = '%PDF-1.4\n'
  const starts: number[] = []
  for (const [i, object] of objects.entries()) {
    starts.push(text.length)
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = starts.map(start => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 5\n0000000000 65535 f \n${table}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** The origin of a PDF page is at its bottom. */
function strokes(shape: Shape): string {
  return shape.points.map(({ x, y }, i) => `${x} ${1200 - y} ${i === 0 ? 'm' : 'l'}`).join(' ') + ' S'
}
