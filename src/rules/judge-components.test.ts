import { expect, it } from 'vitest'
import { estateOf } from '../intake/estate.testing.ts'
import { spotOf } from '../model/place.ts'
import { CATALOGUE } from './catalogue.ts'
import { judge } from './judge.ts'

it('charges the unit for its flags, and the file for what it says', () => {
  const { scene } = estateOf({
    'etc/kubelet.service':
      '[Service]\nExecStart=/usr/bin/kubelet --config=/etc/kubelet.yaml --read-only-port=10255\n',
    'etc/kubelet.yaml':
      'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nauthorization: {mode: AlwaysAllow}\n',
  })
  const rules = CATALOGUE.filter(({ id }) => id === 'kubelet-authz' || id === 'kubelet-readonly')
  const told = judge(scene, rules).map(({ rule, resource, complaint, edits }) => {
    const { file, line } = spotOf(complaint.place)
    return `${rule.id} of ${resource.type}/${resource.name} at ${file}:${line}, ${edits().length} edits`
  })
  expect(told.toSorted()).toEqual([
    'kubelet-authz of KubeletConfiguration/kubelet.yaml at etc/kubelet.yaml:3, 1 edits',
    'kubelet-readonly of Unit/kubelet.service at etc/kubelet.service:2, 0 edits',
  ])
})
