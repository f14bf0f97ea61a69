import type { DiffRun } from './diff.ts'

/** Whether the gate holds, in words; only what is new counts there. */
export function diffGateWords({ gate, exitCode }: DiffRun): string {
  const { failOn, failed } = gate
  if (failOn === 'never') return `off -> exit ${exitCode}`
  const count = failed > 0 ? `failed: ${failed}` : 'passed: none'
  return `${count} new at or above ${failOn} -> exit ${exitCode}`
}
