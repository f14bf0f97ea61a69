import { describe, expect, it } from 'vitest'
import { blamed, podWithContext } from '../blamed.testing.ts'
import { allowPrivilegeEscalation } from './privilege-escalation.ts'

const FIELD = 'spec.containers[0].securityContext.allowPrivilegeEscalation'

describe('allowPrivilegeEscalation', () => {
  it.each([
    { name: 'silence', context: undefined, fields: [FIELD] },
    { name: 'null', context: { allowPrivilegeEscalation: null }, fields: [FIELD] },
    { name: 'true', context: { allowPrivilegeEscalation: true }, fields: [FIELD] },
    { name: 'false', context: { allowPrivilegeEscalation: false }, fields: [] },
    {
      name: 'a placeholder',
      context: { allowPrivilegeEscalation: '${ALLOW}' },
      fields: [`${FIELD} ?`],
    },
    {
      name: 'a context not known yet',
      context: '${CONTEXT}',
      fields: ['spec.containers[0].securityContext ?'],
    },
  ])('says of $name: $fields', ({ context, fields }) => {
    expect(blamed(allowPrivilegeEscalation, 8, podWithContext(context))).toEqual(fields)
  })

  it('is in force since 1.8, and not for Windows since 1.25', () => {
    const pod = { spec: { os: { name: 'windows' }, containers: [{}] } }
    expect(blamed(allowPrivilegeEscalation, 7, pod)).toBeUndefined()
    expect(blamed(allowPrivilegeEscalation, 24, pod)).toEqual([FIELD])
    expect(blamed(allowPrivilegeEscalation, 25, pod)).toEqual([])
  })
})
