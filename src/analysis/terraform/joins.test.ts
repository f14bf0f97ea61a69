import { describe, expect, it } from 'vitest'
import { resourceOf, type Resource } from '../../model/resource.ts'
import { names } from './joins.ts'

const CLUSTER = terraform('scaleway_k8s_cluster', 'module.shop.main["a"]', { name: 'a-${var.b}' })

describe('names', () => {
  it.each([
    { written: '${module.shop.scaleway_k8s_cluster.main["a"].id}', answer: 'yes' },
    { written: '${module.shop.scaleway_k8s_cluster.main["b"].id}', answer: 'no' },
    { written: '${scaleway_k8s_cluster.main.id}', answer: 'no' },
    { written: '${module.shop.scaleway_vpc.main.id}', answer: 'no' },
    { written: '${module.shop.cluster_id}', answer: 'cannot tell' },
    { written: '${module.shop.data.scaleway_k8s_cluster.main.id}', answer: 'cannot tell' },
    { written: '${var.cluster_id}', answer: 'cannot tell' },
    { written: '${data.scaleway_k8s_cluster.main.id}', answer: 'cannot tell' },
    // A call that mentions the cluster may well give its id.
    {
      written: '${split("…", module.shop.scaleway_k8s_cluster.main["a"].id)}',
      answer: 'cannot tell',
    },
    {
      written: '${var.c ? module.shop.scaleway_k8s_cluster.main["a"].id : null}',
      answer: 'cannot tell',
    },
  ])('takes $written for: $answer', ({ written, answer }) => {
    const list = terraform('scaleway_k8s_acl', 'module.shop.main', { cluster_id: written })
    expect(names(list.get('cluster_id'), CLUSTER)).toBe(answer)
  })

  it('knows a name with a hole again in the same module, and not in another', () => {
    const named = { bucket: 'a-${var.b}' }
    const here = terraform('scaleway_k8s_acl', 'module.shop.main', named)
    const elsewhere = terraform('scaleway_k8s_acl', 'module.other.main', named)
    expect(names(here.get('bucket'), CLUSTER, ['name'])).toBe('yes')
    expect(names(elsewhere.get('bucket'), CLUSTER, ['name'])).toBe('cannot tell')
  })
})

function terraform(kind: string, name: string, rest: Readonly<Record<string, string>>): Resource {
  return resourceOf({
    source: { file: '', text: '' },
    layout: { keys: [], offsets: new Int32Array() },
    node: 0,
    value: { apiVersion: 'terraform', kind, metadata: { name }, ...rest },
  })
}
