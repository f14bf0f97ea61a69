import { expect, it } from 'vitest'
import { AUDIT_CASES } from './audit-policy-cases.data.ts'
import { AUDIT_STAGES, auditRecord } from './audit-policy.ts'
import { readAudited } from './audited.testing.ts'
import { rootOf, wayOf } from './part.testing.ts'

const JANE = { user: 'jane', groups: ['developers', 'system:authenticated'] }

it.each(AUDIT_CASES)('$ask: $level, because $why', ({ policy, ask, as = JANE, ...expected }) => {
  const record = auditRecord(rootOf(policy), { ...as, ...readAudited(ask) })
  expect(record.level).toBe(expected.level)
  expect(record.stages).toEqual(expected.stages ?? AUDIT_STAGES)
  expect(wayOf(record.place)).toBe(expected.at)
})

it('has at least forty policies', () => {
  expect(AUDIT_CASES.length).toBeGreaterThanOrEqual(40)
})
