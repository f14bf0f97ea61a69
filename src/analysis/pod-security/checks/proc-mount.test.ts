import { describe, expect, it } from 'vitest'
import { blamed, podWithContext } from '../blamed.testing.ts'
import { procMountBaseline, procMountRestricted } from './proc-mount.ts'

const FIELD = 'spec.containers[0].securityContext.procMount'

describe('procMount', () => {
  it.each([
    { name: 'unset', procMount: null, fields: [] },
    { name: 'Default', procMount: 'Default', fields: [] },
    { name: 'Unmasked', procMount: 'Unmasked', fields: [FIELD] },
    { name: 'an empty text, which is not unset', procMount: '', fields: [FIELD] },
    { name: 'a placeholder', procMount: '${MASK}', fields: [`${FIELD} ?`] },
    { name: 'a flag', procMount: true, fields: [`${FIELD} ?`] },
  ])('says of $name: $fields', ({ procMount, fields }) => {
    expect(blamed(procMountBaseline, 0, podWithContext({ procMount }))).toEqual(fields)
    expect(blamed(procMountRestricted, 35, podWithContext({ procMount }))).toEqual(fields)
  })

  it.each([
    { name: 'hostUsers false before 1.35', minor: 34, hostUsers: false, baseline: [FIELD] },
    { name: 'hostUsers false since 1.35', minor: 35, hostUsers: false, baseline: [] },
    { name: 'hostUsers true', minor: 37, hostUsers: true, baseline: [FIELD] },
    { name: 'hostUsers null', minor: 37, hostUsers: null, baseline: [FIELD] },
    { name: 'a placeholder', minor: 37, hostUsers: '${USERS}', baseline: [`${FIELD} ?`] },
  ])('minds at baseline with $name: $baseline', ({ minor, hostUsers, baseline }) => {
    const pod = {
      spec: { hostUsers, containers: [{ securityContext: { procMount: 'Unmasked' } }] },
    }
    expect(blamed(procMountBaseline, minor, pod)).toEqual(baseline)
    expect(blamed(procMountRestricted, 37, pod)).toEqual([FIELD])
  })

  it('is a check of its own at restricted since 1.35 only', () => {
    expect(blamed(procMountRestricted, 34, podWithContext({}))).toBeUndefined()
  })
})
