import type { Code } from '../parse.ts'
import type { Remarks } from '../remarks.ts'

/** `error.code === 404`: Google's errors have the status there, S3's have it elsewhere, and no types tell. */
export function remarkOnErrors({ morph: { Node, SyntaxKind }, source }: Code, remarks: Remarks): void {
  for (const comparison of source.getDescendantsOfKind(SyntaxKind.BinaryExpression)) {
    if (!/^[!=]==?$/u.test(comparison.getOperatorToken().getText())) continue
    const [left, right] = [comparison.getLeft(), comparison.getRight()]
    if (!Node.isPropertyAccessExpression(left) || left.getName() !== 'code' || !/^['"]?[45]\d\d['"]?$/u.test(right.getText())) continue
    remarks.add(comparison, 'differs', "an error of S3 has its status in $metadata.httpStatusCode, and none in code")
  }
}
