import { describe, expect, it } from 'vitest'
import { blamed } from '../blamed.testing.ts'
import { hostNamespaces } from './host-namespaces.ts'

describe('hostNamespaces', () => {
  it.each([
    { name: 'silence', spec: {}, fields: [] },
    { name: 'false', spec: { hostNetwork: false, hostPID: null, hostIPC: false }, fields: [] },
    {
      name: 'all three',
      spec: { hostIPC: true, hostNetwork: true, hostPID: true },
      fields: ['spec.hostNetwork', 'spec.hostPID', 'spec.hostIPC'],
    },
    {
      name: 'one true and one not yet known',
      spec: { hostNetwork: '{{ .Values.hostNetwork }}', hostPID: true },
      fields: ['spec.hostNetwork ?', 'spec.hostPID'],
    },
  ])('says of $name: $fields', ({ spec, fields }) => {
    expect(blamed(hostNamespaces, 0, { spec })).toEqual(fields)
  })
})
