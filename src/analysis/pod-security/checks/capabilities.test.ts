import { describe, expect, it } from 'vitest'
import { blamed, podWithContext } from '../blamed.testing.ts'
import { capabilitiesBaseline, capabilitiesRestricted } from './capabilities.ts'

const PATH = 'spec.containers[0].securityContext.capabilities'

const DEFAULT =
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID ' +
  'SETPCAP SETUID SYS_CHROOT'

describe('capabilities_baseline', () => {
  it.each(DEFAULT.split(' '))('takes %s', (name) => {
    const pod = podWithContext({ capabilities: { add: [name] } })
    expect(blamed(capabilitiesBaseline, 0, pod)).toEqual([])
  })

  it.each([
    { name: 'none', capabilities: null, fields: [] },
    { name: 'default ones', capabilities: { add: ['CHOWN', 'NET_BIND_SERVICE'] }, fields: [] },
    { name: 'dropped ones', capabilities: { drop: ['SYS_ADMIN'] }, fields: [] },
    {
      name: 'others among default ones',
      capabilities: { add: ['NET_RAW', 'KILL', 'ALL'] },
      fields: [`${PATH}.add[0]`, `${PATH}.add[2]`],
    },
    {
      name: 'a default one by its name in the kernel',
      capabilities: { add: ['CAP_CHOWN'] },
      fields: [`${PATH}.add[0]`],
    },
    {
      name: 'small letters',
      capabilities: { add: ['chown'] },
      fields: [`${PATH}.add[0]`],
    },
    { name: 'null, an empty name', capabilities: { add: [null] }, fields: [`${PATH}.add[0]`] },
    { name: 'a placeholder', capabilities: { add: ['${CAP}'] }, fields: [`${PATH}.add[0] ?`] },
    { name: 'a mapping as name', capabilities: { add: [{}] }, fields: [`${PATH}.add[0] ?`] },
    { name: 'a text as list', capabilities: { add: 'CHOWN' }, fields: [`${PATH}.add ?`] },
  ])('says of $name: $fields', ({ capabilities, fields }) => {
    expect(blamed(capabilitiesBaseline, 0, podWithContext({ capabilities }))).toEqual(fields)
  })
})

describe('capabilities_restricted', () => {
  it.each([
    { name: 'none', capabilities: null, fields: [`${PATH}.drop`] },
    { name: 'all dropped', capabilities: { drop: ['NET_RAW', 'ALL'] }, fields: [] },
    {
      name: 'all dropped and one back',
      capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
      fields: [],
    },
    { name: 'small letters', capabilities: { drop: ['all'] }, fields: [`${PATH}.drop`] },
    { name: 'an empty list', capabilities: { drop: [] }, fields: [`${PATH}.drop`] },
    { name: 'null in the list', capabilities: { drop: [null] }, fields: [`${PATH}.drop`] },
    {
      name: 'a default one added',
      capabilities: { drop: ['ALL'], add: ['CHOWN'] },
      fields: [`${PATH}.add[0]`],
    },
    { name: 'a placeholder', capabilities: { drop: ['${DROP}'] }, fields: [`${PATH}.drop ?`] },
    {
      name: 'a placeholder beside ALL',
      capabilities: { drop: ['${DROP}', 'ALL'] },
      fields: [],
    },
    { name: 'a text as list', capabilities: { drop: 'ALL' }, fields: [`${PATH}.drop ?`] },
    {
      name: 'a placeholder for all of it',
      capabilities: '${CAPS}',
      fields: [`${PATH} ?`, `${PATH} ?`],
    },
  ])('says of $name: $fields', ({ capabilities, fields }) => {
    expect(blamed(capabilitiesRestricted, 22, podWithContext({ capabilities }))).toEqual(fields)
  })

  it('is not in force before 1.22', () => {
    expect(blamed(capabilitiesRestricted, 21, podWithContext({}))).toBeUndefined()
  })

  it.each([
    { name: 'Windows before 1.25', minor: 24, os: { name: 'windows' }, fields: [`${PATH}.drop`] },
    { name: 'Windows since 1.25', minor: 25, os: { name: 'windows' }, fields: [] },
    { name: 'Linux', minor: 25, os: { name: 'linux' }, fields: [`${PATH}.drop`] },
    { name: 'an empty os', minor: 25, os: {}, fields: [`${PATH}.drop`] },
    { name: 'a placeholder', minor: 25, os: { name: '${OS}' }, fields: [`${PATH}.drop ?`] },
    { name: 'a text as os', minor: 25, os: 'windows', fields: [`${PATH}.drop ?`] },
  ])('says on $name: $fields', ({ minor, os, fields }) => {
    const pod = { spec: { os, containers: [{ name: 'web' }] } }
    expect(blamed(capabilitiesRestricted, minor, pod)).toEqual(fields)
  })
})
