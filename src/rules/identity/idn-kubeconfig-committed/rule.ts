import {
  credentialInText,
  credentialsIn,
  isKubeconfig,
  type Credential,
} from '../../../analysis/kubeconfig/kubeconfig.ts'
import { claimsOf } from '../../../analysis/kubeconfig/service-account-token.ts'
import { textsOf, type Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'

export const idnKubeconfigCommitted = defineRule({
  id: 'idn-kubeconfig-committed',
  title: 'Keep credentials out of kubeconfig files',
  topic: 'authentication',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: Organizing Cluster Access Using kubeconfig Files',
      url: 'https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/',
    },
    {
      title: 'Kubernetes: Authenticating, client-go credential plugins',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins',
    },
  ],
  controls: {
    nsa: ['B4'],
    'ms-threat-matrix': ['MS-TA9003', 'MS-TA9027'],
    'mitre-containers': ['T1552.001'],
    'pci-containers': ['1.4.a'],
  },

  subject: ['Config', 'ConfigMap'],
  check(resource, scene) {
    return resource.type === 'ConfigMap' ? checkConfigMap(resource) : checkFile(resource, scene)
  },
})

function checkFile(kubeconfig: Resource, scene: Scene): readonly Complaint[] {
  if (!isKubeconfig(kubeconfig)) return []
  return credentialsIn(kubeconfig)
    .filter((credential) => !isOver(credential, scene.today))
    .map(({ user, field, what }) => ({
      place: field.place,
      message: `User "${user.name}" of this kubeconfig carries ${what}: whoever reads the file is that user.`,
      sure: true,
    }))
}

function checkConfigMap(configMap: Resource): readonly Complaint[] {
  return Object.entries(textsOf(configMap.get('data')?.value)).flatMap(([key, text]) => {
    const what = credentialInText(text)
    if (what === undefined) return []
    return {
      place: configMap.at('data', key),
      message: `The kubeconfig in "${key}" carries ${what}, and a ConfigMap is no place to keep a secret.`,
      sure: true,
    }
  })
}

// No API server takes it any more.
function isOver({ field }: Credential, today: string): boolean {
  const lastDay = typeof field.value === 'string' ? claimsOf(field.value)?.lastDay : undefined
  return lastDay !== undefined && lastDay < today
}
