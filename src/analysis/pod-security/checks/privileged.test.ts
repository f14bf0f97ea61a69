import { describe, expect, it } from 'vitest'
import { blamed, podWith, podWithContext } from '../blamed.testing.ts'
import { privileged } from './privileged.ts'

describe('privileged', () => {
  it.each([
    { name: 'unset', context: {}, fields: [] },
    { name: 'null', context: { privileged: null }, fields: [] },
    { name: 'false', context: { privileged: false }, fields: [] },
    { name: 'no security context', context: null, fields: [] },
    {
      name: 'true',
      context: { privileged: true },
      fields: ['spec.containers[0].securityContext.privileged'],
    },
    {
      name: 'a placeholder',
      context: { privileged: '${PRIVILEGED}' },
      fields: ['spec.containers[0].securityContext.privileged ?'],
    },
    {
      name: 'a text, which the API server refuses',
      context: { privileged: 'true' },
      fields: ['spec.containers[0].securityContext.privileged ?'],
    },
    {
      name: 'a placeholder for the whole context',
      context: '{{ .Values.securityContext }}',
      fields: ['spec.containers[0].securityContext ?'],
    },
    {
      name: 'a list for the context',
      context: [],
      fields: ['spec.containers[0].securityContext ?'],
    },
  ])('says of $name: $fields', ({ context, fields }) => {
    expect(blamed(privileged, 0, podWithContext(context))).toEqual(fields)
  })

  it('looks at init containers, sidecars and ephemeral containers too', () => {
    const bad = { securityContext: { privileged: true } }
    const spec = {
      ephemeralContainers: [bad],
      containers: [{}, bad],
      initContainers: [bad, { ...bad, restartPolicy: 'Always' }],
    }
    expect(blamed(privileged, 37, { spec })).toEqual([
      'spec.initContainers[0].securityContext.privileged',
      'spec.initContainers[1].securityContext.privileged',
      'spec.containers[1].securityContext.privileged',
      'spec.ephemeralContainers[0].securityContext.privileged',
    ])
  })

  it.each([
    { name: 'null containers', pod: { spec: { containers: null } }, fields: [] },
    { name: 'a null container', pod: podWith(null), fields: [] },
    { name: 'a text as container', pod: podWith('web'), fields: ['spec.containers[0] ?'] },
    {
      name: 'a mapping as containers',
      pod: { spec: { containers: { name: 'web' } } },
      fields: ['spec.containers ?'],
    },
    { name: 'a text as spec', pod: { spec: '${SPEC}' }, fields: ['spec ?'] },
    { name: 'a list as spec', pod: { spec: [] }, fields: ['spec ?'] },
    { name: 'no spec', pod: {}, fields: [] },
  ])('says of $name: $fields', ({ pod, fields }) => {
    expect(blamed(privileged, 37, pod)).toEqual(fields)
  })
})
