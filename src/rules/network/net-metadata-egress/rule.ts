import { parseBlock, type Block } from '../../../analysis/addresses/cidr.ts'
import {
  type PolicyRule,
  allowsAll,
  blockOf,
  coversPort,
  includesBlock,
  rulesOf,
} from '../../../analysis/isolation/policy-rules.ts'
import { selectionOf } from '../../../analysis/isolation/selection.ts'
import { addMembers } from '../../../model/edit.ts'
import type { Field } from '../../../model/part.ts'
import type { Place } from '../../../model/place.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { answerTowards } from '../answer-from-afar.ts'
import { METADATA_ADDRESSES } from '../metadata-addresses.data.ts'

// Clouds answer for metadata over plain HTTP alone.
const PORT = 80
// Whoever writes a smaller block means what is in it.
const WIDEST = 16

export const netMetadataEgress = defineRule({
  id: 'net-metadata-egress',
  title: 'Keep pods away from the metadata of their node',
  topic: 'egress',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Securing a Cluster, restricting cloud metadata API access',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/securing-a-cluster/#restricting-cloud-metadata-api-access',
    },
    {
      title: 'Amazon EKS best practices: restrict access to the instance profile',
      url: 'https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html',
    },
  ],
  controls: {
    nsa: ['B8'],
    'ms-threat-matrix': ['MS-TA9033'],
    'mitre-containers': ['T1552'],
    'k8s-checklist': ['network/6'],
  },

  subject: ['NetworkPolicy'],
  check(policy, scene) {
    const address = parseBlock(addressIn(scene))
    return rulesOf(policy, 'egress').flatMap((rule) => {
      const covers = coversPort(rule, PORT)
      // What lets everything out is net-allow-all's matter.
      if (covers === false || address === undefined || allowsAll(rule)) return []
      const message = `Through this ${rule.peers === undefined ? 'rule' : 'block'} the pods reach the metadata of their node at ${addressIn(scene).slice(0, -3)}, credentials included.`
      const places = placesIn(rule, address)
      if (places.length === 0) return []
      // What an administrator's policy denies to all of these pods, this one does not open.
      const { pods } = selectionOf(policy, scene)
      const reached = answerTowards(pods, { address, port: PORT }, scene)
      if (reached === false) return []
      return places.map((place) => ({ place, message, sure: covers === true && reached === true }))
    })
  },

  fix: {
    risk: 'mayBreak', // a program may live on the credentials of its node
    edit: (policy, { place }, scene) =>
      place.path.at(-1) === 'ipBlock'
        ? [addMembers(policy, [...place.path, 'except'], [addressIn(scene)])]
        : [],
  },
})

function placesIn(rule: PolicyRule, address: Block): readonly Place[] {
  if (!rule.isRead) return []
  if (rule.peers === undefined) return [rule.place]
  return rule.peers
    .filter((peer) => isWide(peer) && includesBlock(peer, address))
    .map(({ place }) => ({ ...place, path: [...place.path, 'ipBlock'] }))
}

function isWide(peer: Field): boolean {
  return (blockOf(peer)?.block.prefix ?? WIDEST + 1) <= WIDEST
}

function addressIn({ offering }: Scene): string {
  const own: Readonly<Record<string, string>> = METADATA_ADDRESSES.own
  return own[offering] ?? METADATA_ADDRESSES.usual
}
