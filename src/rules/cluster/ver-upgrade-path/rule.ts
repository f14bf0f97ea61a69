import { parseRelease, statedVersions } from '../../../analysis/cluster/stated-versions.ts'
import type { Field } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'

const CONTROL_PLANE = 'controlplane.cluster.x-k8s.io/KubeadmControlPlane'
const PLAN = 'upgrade.cattle.io/Plan'

export const verUpgradePath = defineRule({
  id: 'ver-upgrade-path',
  title: 'Upgrade by one minor release at a time',
  topic: 'versions',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Version Skew Policy, kube-apiserver upgrades',
      url: 'https://kubernetes.io/releases/version-skew-policy/#kube-apiserver',
    },
    {
      title: 'Kubernetes: Upgrading kubeadm clusters',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-upgrade/',
    },
  ],

  subject: ['ClusterConfiguration', CONTROL_PLANE, PLAN],
  check(resource, scene) {
    const target = targetOf(resource)
    const wanted = typeof target?.value === 'string' ? parseRelease(target.value)?.minor : undefined
    const running = runningOf(resource, scene)
    if (target === undefined || wanted === undefined || running === undefined) return []
    const skipped = wanted - running.minor - 1
    if (skipped < 1) return []
    const many = skipped === 1 ? 'one minor release is' : `${skipped} minor releases are`
    const message = `This asks for Kubernetes ${String(target.value)} where 1.${running.minor} runs: ${many} skipped.`
    return [{ place: target.place, message, sure: running.isSure }]
  },
})

function targetOf(resource: Resource): Field | undefined {
  return resource.type === 'ClusterConfiguration'
    ? resource.get('kubernetesVersion')
    : resource.get('spec', 'version')
}

interface Running {
  readonly minor: number
  /** False when only nodes tell, which may be behind their API server. */
  readonly isSure: boolean
}

function runningOf(resource: Resource, scene: Scene): Running | undefined {
  if (resource.type === CONTROL_PLANE) {
    const status = resource.get('status', 'version')?.value
    const release = typeof status === 'string' ? parseRelease(status) : undefined
    return release && { minor: release.minor, isSure: true }
  }
  const { file } = resource.document.source
  const folder = file.slice(0, file.lastIndexOf('/') + 1)
  const seen = statedVersions(scene).filter(({ cluster }) => cluster === folder)
  const servers = seen.filter(({ owner }) => owner.type === 'Pod')
  return oldestOf(servers, true) ?? oldestOf(seen.filter(isNode), false)
}

function isNode({ owner }: { readonly owner: Resource }): boolean {
  return owner.type === 'Node'
}

function oldestOf(seen: ReturnType<typeof statedVersions>, isSure: boolean): Running | undefined {
  const minors = seen.flatMap(({ release }) => release?.minor ?? [])
  return minors.length === 0 ? undefined : { minor: Math.min(...minors), isSure }
}
