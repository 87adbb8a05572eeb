import type { JudgedFinding } from '../../rules/model/finding.ts'
import type { Policy } from '../../rules/model/policy.ts'

/** Budgets that are higher than they were: they only fall, and whoever raises one says so in a change that everybody sees. */
export function raisedBudgets(now: Policy, before: Policy): readonly JudgedFinding[] {
  const severity = now.checks.get('policy/budget')?.level ?? 'error'
  if (severity === 'off') return []
  const earlier = new Map(before.budgets.map(({ written, most }) => [written, most]))
  return now.budgets.flatMap(({ written, most, at }): JudgedFinding[] => {
    const was = earlier.get(written)
    return was === undefined || most <= was ? [] : [{
      rule: 'policy/budget', severity, status: 'new', at, statement: at.span,
      message: `the budget ${written} was ${was}, and is ${most} now`,
      help: ['a budget only falls: put right what went over it instead'],
      because: [], via: [], key: `policy/budget: ${written} raised`, fixes: [],
    }]
  })
}
