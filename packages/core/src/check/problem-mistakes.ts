import type { ProblemKind } from '../read/problem.ts'
import type { Evidence, ProblemOf } from './evidence.ts'
import { Mistakes } from './mistakes.ts'
import type { Discovery } from './rule.ts'

/** A mistake for each problem of one kind that reading found. */
export function problemMistakes<Kind extends ProblemKind>(
  evidence: Evidence,
  kind: Kind,
  tell: (problem: ProblemOf<Kind>) => Discovery,
): Mistakes {
  const problems = evidence.problems(kind)
  return new Mistakes(Array.from(problems.keys()), (i) => tell(problems[i]!))
}
