import { placeBelow } from '../../../analysis/cluster/commands.ts'
import { blockOf, coversPort, rulesOf } from '../../../analysis/isolation/policy-rules.ts'
import { memberOf, valueAt, type Field } from '../../../model/part.ts'
import { podOf } from '../../../model/pod.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { ETCD_PORTS, runsEtcd, selectsEtcd, speaksOfEtcd } from '../etcd-pods.ts'

// A block shorter than this is no network of API servers.
const WIDEST = 8

export const etcdReachable = defineRule({
  id: 'etcd-reachable',
  title: 'Let nobody but API servers reach etcd',
  topic: 'etcd-access',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: Operating etcd clusters, limiting access of etcd clusters',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#limiting-access-of-etcd-clusters',
    },
    {
      title: 'Kubernetes: Ports and Protocols',
      url: 'https://kubernetes.io/docs/reference/networking/ports-and-protocols/',
    },
  ],
  controls: {
    'k8s-checklist': ['network/9'],
    'stig-v2r3': ['V-242413'],
    'ms-threat-matrix': ['MS-TA9025'],
  },

  subject: ['Service', 'NetworkPolicy', 'Pod', 'StatefulSet', 'DaemonSet', 'Deployment'],
  concerns: speaksOfEtcd,
  check(resource, scene) {
    if (resource.type === 'Service') return checkService(resource, scene)
    if (resource.type === 'NetworkPolicy') return checkPolicy(resource, scene)
    return runsEtcd(resource, scene) ? checkPod(resource) : []
  },
})

function checkService(service: Resource, scene: Scene): readonly Complaint[] {
  const matchLabels = service.get('spec', 'selector')?.value
  if (!selectsEtcd(service.namespace, { matchLabels }, scene)) return []
  const type = service.get('spec', 'type')
  const leadsOut = type?.value === 'NodePort' || type?.value === 'LoadBalancer'
  const hasAddresses = service.list('spec', 'externalIPs').length > 0
  if (!leadsOut && !hasAddresses && type?.resolved !== false) return []
  return service.list('spec', 'ports').flatMap((port) => {
    const target = memberOf(port.value, 'targetPort') ?? memberOf(port.value, 'port')
    if (!ETCD_PORTS.includes(target)) return []
    const sure = leadsOut || hasAddresses
    return [{ place: port.place, message: told(target, sure, 'This Service leads'), sure }]
  })
}

function checkPolicy(policy: Resource, scene: Scene): readonly Complaint[] {
  if (!selectsEtcd(policy.namespace, policy.get('spec', 'podSelector')?.value, scene)) return []
  return rulesOf(policy, 'ingress').flatMap((rule) => {
    const port = [2379, 2380].find((number) => coversPort(rule, number) !== false)
    if (port === undefined || !(rule.peers === undefined || rule.peers.some(isWide))) return []
    const sure = rule.isRead && coversPort(rule, port) === true
    return [{ place: rule.place, message: told(port, sure, 'This policy lets anybody'), sure }]
  })
}

function isWide(peer: Field): boolean {
  const block = blockOf(peer)?.block
  return block !== undefined && block.prefix < WIDEST
}

function checkPod(owner: Resource): readonly Complaint[] {
  const pod = podOf(owner)
  // In the node's own network the API server fills in the port of the node by itself.
  if (pod === undefined || valueAt(pod.value, ['hostNetwork']) === true) return []
  return pod.containers.flatMap((container) =>
    container.list('ports').flatMap((port) => {
      const number = memberOf(port.value, 'hostPort')
      if (!ETCD_PORTS.includes(number)) return []
      const place = placeBelow(port.place, 'hostPort')
      return [{ place, message: told(number, true, "The node's own port leads"), sure: true }]
    }),
  )
}

function told(port: unknown, sure: boolean, subject: string): string {
  const leads = sure ? subject : subject.replace(/ (lead|let)s/, ' may $1')
  return `${leads} to port ${String(port)} of etcd, which only API servers need.`
}
