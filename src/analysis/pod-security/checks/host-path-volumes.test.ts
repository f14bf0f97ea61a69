import { describe, expect, it } from 'vitest'
import { blamed } from '../blamed.testing.ts'
import { hostPathVolumes } from './host-path-volumes.ts'

describe('hostPathVolumes', () => {
  it.each([
    { name: 'no volumes', volumes: null, fields: [] },
    { name: 'another source', volumes: [{ name: 'a', emptyDir: {} }], fields: [] },
    { name: 'null', volumes: [{ name: 'a', hostPath: null }], fields: [] },
    {
      name: 'a path',
      volumes: [
        { name: 'a', emptyDir: {} },
        { name: 'b', hostPath: { path: '/' } },
      ],
      fields: ['spec.volumes[1].hostPath'],
    },
    {
      name: 'an empty mapping',
      volumes: [{ name: 'a', hostPath: {} }],
      fields: ['spec.volumes[0].hostPath'],
    },
    {
      name: 'a path that is not known yet',
      volumes: [{ name: 'a', hostPath: { path: '${DIR}' } }],
      fields: ['spec.volumes[0].hostPath'],
    },
    {
      name: 'a placeholder',
      volumes: [{ name: 'a', hostPath: '${DIR}' }],
      fields: ['spec.volumes[0].hostPath ?'],
    },
    { name: 'a text as volume', volumes: ['${VOLUME}'], fields: ['spec.volumes[0] ?'] },
    { name: 'a text as volumes', volumes: '${VOLUMES}', fields: ['spec.volumes ?'] },
    { name: 'a mapping as volumes', volumes: { hostPath: {} }, fields: ['spec.volumes ?'] },
  ])('says of $name: $fields', ({ volumes, fields }) => {
    expect(blamed(hostPathVolumes, 0, { spec: { volumes } })).toEqual(fields)
  })
})
