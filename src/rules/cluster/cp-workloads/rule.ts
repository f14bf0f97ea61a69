import { memberOf } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { isControlPlaneNode, keepsPodsOff } from '../nodes.ts'
import { registrationsIn } from '../registrations.ts'

const TALOS = [
  ['cluster', 'allowSchedulingOnControlPlanes'],
  ['cluster', 'allowSchedulingOnMasters'],
] as const

export const cpWorkloads = defineRule({
  id: 'cp-workloads',
  title: 'Keep the taint of the nodes of the control plane',
  topic: 'node-isolation',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Creating a cluster with kubeadm, control plane node isolation',
      url: 'https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/create-cluster-kubeadm/#control-plane-node-isolation',
    },
  ],
  controls: { nsa: ['B5'], 'k8s-checklist': ['placement/1'] },

  subject: [
    'Node',
    'InitConfiguration',
    'JoinConfiguration',
    'controlplane.cluster.x-k8s.io/KubeadmControlPlane',
    'controlplane.cluster.x-k8s.io/KubeadmControlPlaneTemplate',
    'MachineConfig',
  ],
  check(resource, scene) {
    if (resource.type === 'Node') return checkNode(resource, scene)
    return resource.type === 'MachineConfig' ? checkTalos(resource) : checkKubeadm(resource)
  },
})

// Where there are no other nodes the pods have to run there.
function checkNode(node: Resource, scene: Scene): readonly Complaint[] {
  if (!isOpen(node) || scene.ofKind('Node').every(isControlPlaneNode)) return []
  const open = scene.ofKind('Node').filter(isOpen)
  if (open[0] !== node) return []
  const more = open.length === 1 ? '' : ` (and ${open.length - 1} more)`
  const message = `Node "${node.name}"${more} of the control plane takes any pod: its taint is gone.`
  return [{ place: node.at('spec', 'taints'), message, sure: true }]
}

function isOpen(node: Resource): boolean {
  return isControlPlaneNode(node) && !node.list('spec', 'taints').some(keepsPodsOff)
}

function checkKubeadm(resource: Resource): readonly Complaint[] {
  return registrationsIn(resource).flatMap((registration) => {
    const taints = registration.get('taints')
    // Without a list kubeadm writes the taint.
    if (taints === undefined || registration.list('taints').some(keepsPodsOff)) return []
    const message = taints.resolved
      ? 'Nodes of the control plane take any pod: they are made without their taint.'
      : 'Nodes of the control plane may take any pod: their taints are not known.'
    return [{ place: taints.place, message, sure: taints.resolved }]
  })
}

function checkTalos(machine: Resource): readonly Complaint[] {
  const isWorker = memberOf(machine.get('machine')?.value, 'type') === 'worker'
  if (machine.apiVersion !== 'talos' || isWorker) return []
  return TALOS.flatMap((path) => {
    const allows = machine.get(...path)
    if (allows?.value !== true) return []
    const message = 'Nodes of the control plane take any pod: this setting takes their taint away.'
    return [{ place: allows.place, message, sure: true }]
  })
}
