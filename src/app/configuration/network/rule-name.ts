import type { Direction } from '../../../analysis/isolation/closing.ts'

/** A rule of a policy that was written here; `rule` counts from 0. */
export interface RuleName {
  readonly namespace: string | undefined
  readonly policy: string
  readonly direction: Direction
  readonly rule: number
}

/** What tells rules from one another. */
export function ruleKey({ namespace, policy, direction, rule }: RuleName): string {
  return `${namespace ?? ''}/${policy} ${direction} ${rule}`
}
