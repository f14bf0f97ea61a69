import { describe, expect, it } from 'vitest'
import { blamed } from '../blamed.testing.ts'
import { restrictedVolumes } from './restricted-volumes.ts'

const SAFE =
  'configMap csi downwardAPI emptyDir ephemeral image persistentVolumeClaim projected secret'
const UNSAFE =
  'awsElasticBlockStore azureDisk azureFile cephfs cinder fc flexVolume flocker ' +
  'gcePersistentDisk gitRepo glusterfs hostPath iscsi nfs photonPersistentDisk portworxVolume ' +
  'quobyte rbd scaleIO storageos vsphereVolume'

describe('restrictedVolumes', () => {
  it.each(SAFE.split(' '))('takes %s', (source) => {
    expect(blamedVolume({ name: 'a', [source]: {} })).toEqual([])
  })

  it.each(UNSAFE.split(' '))('refuses %s', (source) => {
    expect(blamedVolume({ name: 'a', [source]: {} })).toEqual([`spec.volumes[0].${source}`])
  })

  it.each([
    { name: 'no source, an emptyDir', volume: { name: 'a' }, fields: [] },
    { name: 'a null source', volume: { name: 'a', nfs: null }, fields: [] },
    { name: 'null', volume: null, fields: [] },
    { name: 'an unsafe source beside a safe one', volume: { nfs: {}, secret: {} }, fields: [] },
    {
      name: 'two unsafe sources',
      volume: { nfs: {}, iscsi: {} },
      fields: ['spec.volumes[0].nfs', 'spec.volumes[0].iscsi'],
    },
    {
      name: 'an unsafe source beside a placeholder',
      volume: { nfs: {}, iscsi: '${ISCSI}' },
      fields: ['spec.volumes[0].nfs', 'spec.volumes[0].iscsi ?'],
    },
    {
      name: 'an unsafe source beside one that may be safe',
      volume: { nfs: {}, secret: '${SECRET}' },
      fields: ['spec.volumes[0].nfs ?', 'spec.volumes[0].secret ?'],
    },
    { name: 'an unknown source', volume: { tape: {} }, fields: ['spec.volumes[0].tape ?'] },
    { name: 'a placeholder', volume: { nfs: '${NFS}' }, fields: ['spec.volumes[0].nfs ?'] },
    {
      name: 'a safe source as text',
      volume: { secret: 'a' },
      fields: ['spec.volumes[0].secret ?'],
    },
    { name: 'a text', volume: '${VOLUME}', fields: ['spec.volumes[0] ?'] },
  ])('says of $name: $fields', ({ volume, fields }) => {
    expect(blamedVolume(volume)).toEqual(fields)
  })
})

function blamedVolume(volume: unknown): readonly string[] | undefined {
  return blamed(restrictedVolumes, 0, { spec: { volumes: [volume] } })
}
