import { allOf, anyOf, isOn, not } from '../../../analysis/terraform/answers.ts'
import { blocksOf } from '../../../analysis/terraform/arguments.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Reader } from '../../../model/part.ts'
import type { Place } from '../../../model/place.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { openingOf } from '../access-lists.ts'
import { complain } from '../complain.ts'
import { gkePage, googleResource } from '../gke.ts'

const LIST = 'master_authorized_networks_config'
const GOOGLE_ADDRESSES = 'gcp_public_cidrs_access_enabled'

export const gkeEndpointOpen = defineRule({
  id: 'gke-endpoint-open',
  title: 'Let narrow ranges alone reach the API server of GKE',
  topic: 'api-endpoint',
  severity: 'high',
  references: [
    gkePage('Customize your network isolation', 'how-to/latest/network-isolation'),
    gkePage('About authorized networks', 'how-to/authorized-networks'),
    googleResource('cluster'),
  ],

  subject: ['google_container_cluster'],
  check(cluster) {
    const isPublic = hasPublicAddress(cluster)
    const lists = blocksOf(cluster, LIST)
    if (lists === undefined) return told(cluster, allOf(isPublic, 'cannot tell'), cluster.at(LIST))
    const [list] = lists
    if (list === undefined) return told(cluster, isPublic, cluster.at(LIST))
    return [...widthOf(list, isPublic, cluster), ...googleAddressesIn(list, isPublic, cluster)]
  },
})

function hasPublicAddress(cluster: Resource): Answer {
  const hasAddress = cluster.get(
    'control_plane_endpoints_config',
    0,
    'ip_endpoints_config',
    0,
    'enabled',
  )
  const isPrivate = cluster.get('private_cluster_config', 0, 'enable_private_endpoint')
  return not(anyOf(isOn(isPrivate, false), not(isOn(hasAddress, true))))
}

function widthOf(list: Reader, isPublic: Answer, cluster: Resource): readonly Complaint[] {
  const blocks = blocksOf(list, 'cidr_blocks')
  const ranges = blocks?.map((block) => block.get('cidr_block')) ?? [list.get('cidr_blocks')]
  // A list without ranges lets nobody in from outside.
  const opening = openingOf(ranges.filter((range) => range !== undefined))
  if (opening === undefined) return []
  return told(cluster, allOf(isPublic, opening.sure ? 'yes' : 'cannot tell'), opening.place)
}

function told(cluster: Resource, isOpen: Answer, place: Place): readonly Complaint[] {
  return complain(isOpen, place, {
    wrong: `The API server of cluster "${cluster.name}" answers half of the internet or more: no list of networks bounds it.`,
    unclear: `Whom the API server of cluster "${cluster.name}" answers cannot be told.`,
  })
}

function googleAddressesIn(
  list: Reader,
  isPublic: Answer,
  cluster: Resource,
): readonly Complaint[] {
  const isOpen = allOf(isPublic, isOn(list.get(GOOGLE_ADDRESSES), false))
  return complain(isOpen, list.at(GOOGLE_ADDRESSES), {
    wrong: `The API server of cluster "${cluster.name}" answers every machine that anybody rents at Google.`,
    unclear: `Whether the API server of cluster "${cluster.name}" answers all machines at Google cannot be told.`,
  })
}
