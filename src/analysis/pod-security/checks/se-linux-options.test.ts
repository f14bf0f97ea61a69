import { describe, expect, it } from 'vitest'
import { blamed, podOwnContext, podWithContext } from '../blamed.testing.ts'
import { seLinuxOptions } from './se-linux-options.ts'

const PATH = 'securityContext.seLinuxOptions'

describe('seLinuxOptions', () => {
  it.each([
    { name: 'none', options: null, fields: [] },
    { name: 'empty', options: {}, fields: [] },
    { name: 'a level', options: { level: 's0:c1' }, fields: [] },
    { name: 'container_t', options: { type: 'container_t' }, fields: [] },
    { name: 'container_init_t', options: { type: 'container_init_t' }, fields: [] },
    { name: 'container_kvm_t', options: { type: 'container_kvm_t' }, fields: [] },
    { name: 'empty texts', options: { type: '', user: '', role: '' }, fields: [] },
    { name: 'spc_t', options: { type: 'spc_t' }, fields: [`${PATH}.type`] },
    {
      name: 'a user and a role',
      options: { type: 'container_t', user: 'system_u', role: 'system_r' },
      fields: [`${PATH}.user`, `${PATH}.role`],
    },
    { name: 'a placeholder', options: { type: '${TYPE}' }, fields: [`${PATH}.type ?`] },
    { name: 'a text as user', options: { user: 7 }, fields: [`${PATH}.user ?`] },
  ])('says of $name: $fields', ({ options, fields }) => {
    const ofPod = blamed(seLinuxOptions, 0, podOwnContext({ seLinuxOptions: options }))
    const ofContainer = blamed(seLinuxOptions, 0, podWithContext({ seLinuxOptions: options }))
    expect(ofPod).toEqual(fields.map((field) => `spec.${field}`))
    expect(ofContainer).toEqual(fields.map((field) => `spec.containers[0].${field}`))
  })

  it('takes container_engine_t since 1.31', () => {
    const pod = podOwnContext({ seLinuxOptions: { type: 'container_engine_t' } })
    expect(blamed(seLinuxOptions, 30, pod)).toEqual([`spec.${PATH}.type`])
    expect(blamed(seLinuxOptions, 31, pod)).toEqual([])
  })
})
