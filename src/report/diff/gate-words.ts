import type { DiffRun } from './diff.ts'

/** Whether the gate holds, in words; only what is new counts there. */
export function diffGateWords({ gate, exitCode }: DiffRun): string {
  const { failOn, failed, byStop } = gate
  const own = [...(byStop ?? [])].map(([stop, level]) => `, ${level} in ${stop}`).join('')
  if (failOn === 'never' && own === '') return `off -> exit ${exitCode}`
  const count = failed > 0 ? `failed: ${failed}` : 'passed: none'
  return `${count} new at or above ${failOn}${own} -> exit ${exitCode}`
}
