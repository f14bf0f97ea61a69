import { blockOf } from '../../../analysis/terraform/arguments.ts'
import { locate, sourceAt, spanOf } from '../../../model/document.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { eksEndpointOpen } from '../../../rules/cloud/eks-endpoint-open/rule.ts'
import { eksLogs } from '../../../rules/cloud/eks-logs/rule.ts'
import { clusterOf } from '../../../rules/cloud/kapsule.ts'
import { scwBucketLock } from '../../../rules/cloud/scw-bucket-lock/rule.ts'
import { scwBucketSse } from '../../../rules/cloud/scw-bucket-sse/rule.ts'
import { scwK8sAclMissing } from '../../../rules/cloud/scw-k8s-acl-missing/rule.ts'
import { scwPoolPublicIp } from '../../../rules/cloud/scw-pool-public-ip/rule.ts'
import { scwPoolSgShared } from '../../../rules/cloud/scw-pool-sg-shared/rule.ts'
import type { Charge } from '../../../rules/judge.ts'
import { byRule } from '../decisions/decision.ts'
import { ARGUMENTS } from './arguments.data.ts'
import type { Expression, HclBlock } from './hcl-text.ts'
import {
  isCounted,
  localName,
  type TerraformDecision,
  type TerraformStep,
} from './terraform-step.ts'

const DECIDED: readonly TerraformDecision[] = [
  { rules: [eksEndpointOpen], decide: closeEndpoint },
  { rules: [eksLogs], decide: recordDeeds },
  { rules: [scwK8sAclMissing], decide: answerNobodyOutside },
  { rules: [scwPoolPublicIp], decide: hideNodes },
  { rules: [scwPoolSgShared], decide: giveOwnGroup },
  { rules: [scwBucketLock], decide: lockBackups },
  { rules: [scwBucketSse], decide: encryptBucket },
]

const BY_RULE = byRule(DECIDED)

/** What closes a fault in Terraform: what was decided for its rule, else the one right value of its argument. */
export function stepFor(charge: Charge, scene: Scene): TerraformStep | undefined {
  return BY_RULE.get(charge.rule.id)?.(charge, scene) ?? setArgument(charge)
}

function setArgument({ rule, resource, complaint: { place } }: Charge): TerraformStep | undefined {
  const written = place.path.filter((step) => typeof step === 'string').join('.')
  const value = ARGUMENTS[rule.id]?.[written]
  return value === undefined
    ? undefined
    : { sets: [{ resource, path: place.path, value }], words: [] }
}

function closeEndpoint({ resource }: Charge): TerraformStep | undefined {
  if (blockOf(resource, 'vpc_config') === undefined) return undefined
  const at = (name: string) => ['vpc_config', 0, name] as const
  return {
    sets: [
      { resource, path: at('endpoint_private_access'), value: true },
      { resource, path: at('endpoint_public_access'), value: false },
    ],
    words: [
      'Restricts: the API server answers only what is in the VPC or connected to it; kubectl needs a VPN, a bastion or a runner there.',
      'Lift: endpoint_public_access = true with public_access_cidrs that name your own ranges, each as narrow as it is.',
    ],
  }
}

function recordDeeds({ resource }: Charge): TerraformStep {
  const types = resource.list('enabled_cluster_log_types').map(({ value }) => value)
  const kept = types.filter((type) => typeof type === 'string')
  const value = [...new Set([...kept, 'audit', 'authenticator'])]
  return { sets: [{ resource, path: ['enabled_cluster_log_types'], value }], words: [] }
}

function answerNobodyOutside({ resource }: Charge): TerraformStep | undefined {
  if (isCounted(resource)) return undefined
  return {
    sets: [],
    adds: [
      {
        type: 'resource',
        labels: ['scaleway_k8s_acl', localName(resource)],
        set: { cluster_id: attributeOf(resource, 'id'), no_ip_allowed: true },
      },
    ],
    words: [
      'Restricts: the API server answers no address outside of the Private Network.',
      'Lift: acl_rules with the ip of an office or a runner, in the place of no_ip_allowed.',
    ],
  }
}

function hideNodes({ resource }: Charge, scene: Scene): TerraformStep {
  const sets = [{ resource, path: ['public_ip_disabled'], value: true }] as const
  const cluster = clusterOf(resource, scene)
  const network = cluster === undefined ? undefined : expressionAt(cluster, 'private_network_id')
  const isServed = scene.ofKind('scaleway_vpc_gateway_network').length > 0
  return {
    sets,
    adds: isServed || network === undefined ? [] : gatewayTo(network),
    words: [
      'Restricts: nodes reach the internet through a gateway and are reached by nobody there. A pool takes it when its nodes are made anew.',
      'Lift: a load balancer for what is to be reached, a bastion for who has to log in.',
    ],
  }
}

function gatewayTo(network: Expression): readonly HclBlock[] {
  const labels = (type: string) => [type, 'nodes']
  return [
    { type: 'resource', labels: labels('scaleway_vpc_public_gateway_ip') },
    {
      type: 'resource',
      labels: labels('scaleway_vpc_public_gateway'),
      set: {
        name: 'nodes',
        type: 'VPC-GW-S',
        ip_id: { expression: 'scaleway_vpc_public_gateway_ip.nodes.id' },
      },
    },
    {
      type: 'resource',
      labels: labels('scaleway_vpc_gateway_network'),
      set: {
        gateway_id: { expression: 'scaleway_vpc_public_gateway.nodes.id' },
        private_network_id: network,
        enable_masquerade: true,
      },
      blocks: [{ type: 'ipam_config', set: { push_default_route: true } }],
    },
  ]
}

function giveOwnGroup({ resource }: Charge): TerraformStep {
  const group = { expression: 'scaleway_instance_security_group.nodes.id' }
  return {
    sets: [{ resource, path: ['security_group_id'], value: group }],
    adds: [
      {
        type: 'resource',
        labels: ['scaleway_instance_security_group', 'nodes'],
        set: { name: 'nodes', stateful: true, inbound_default_policy: 'drop' },
      },
    ],
    words: [
      'Restricts: nothing from outside of the Private Network reaches a node. A pool takes a group when it is made anew: plan for a second one beside it.',
      'Lift: one inbound_rule with a port and an ip_range.',
    ],
  }
}

function lockBackups(charge: Charge): TerraformStep | undefined {
  const { resource, complaint } = charge
  if (complaint.place.path.length > 0 || isCounted(resource)) return undefined
  return {
    sets: [
      { resource, path: ['object_lock_enabled'], value: true },
      { resource, path: ['versioning', 0, 'enabled'], value: true },
    ],
    adds: [
      {
        type: 'resource',
        labels: ['scaleway_object_bucket_lock_configuration', localName(resource)],
        set: { bucket: attributeOf(resource, 'name') },
        blocks: [
          {
            type: 'rule',
            blocks: [{ type: 'default_retention', set: { mode: 'GOVERNANCE', days: 30 } }],
          },
        ],
      },
    ],
    words: [
      'Restricts: what is written there cannot be deleted or overwritten for 30 days, and is paid for as long.',
      'Lift: fewer days; in mode GOVERNANCE who holds the right to bypass it deletes earlier.',
    ],
  }
}

function encryptBucket({ resource }: Charge): TerraformStep | undefined {
  if (isCounted(resource)) return undefined
  const standard = {
    type: 'apply_server_side_encryption_by_default',
    set: { sse_algorithm: 'AES256' },
  }
  return {
    sets: [],
    adds: [
      {
        type: 'resource',
        labels: [
          'scaleway_object_bucket_server_side_encryption_configuration',
          localName(resource),
        ],
        set: { bucket: attributeOf(resource, 'name') },
        blocks: [{ type: 'rule', blocks: [standard] }],
      },
    ],
    words: [
      'Restricts: nothing; what is there already stays as it is until it is written anew.',
      'Lift: take the resource away.',
    ],
  }
}

function attributeOf(resource: Resource, attribute: string): Expression {
  return { expression: `${resource.kind}.${localName(resource)}.${attribute}` }
}

/** What is written for an argument; undefined when it is not written in the language of Terraform. */
function expressionAt({ document }: Resource, argument: string): Expression | undefined {
  const { node, depth } = locate(document, [argument])
  const source = sourceAt(document, node)
  if (depth === 0 || source.file.endsWith('.json')) return undefined
  const { start, end } = spanOf(document.layout, node)
  return { expression: source.text.slice(start, end) }
}
