import { accessOf } from '../../../analysis/access/access.ts'
import { accountNamed, describeSubject } from '../../../analysis/access/subject.ts'
import { isKubeconfig, kubeconfigUsers } from '../../../analysis/kubeconfig/kubeconfig.ts'
import { claimsOf } from '../../../analysis/kubeconfig/service-account-token.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { runsPods } from '../account-use.ts'

// The accounts that the guides of the Kubernetes Dashboard and of Headlamp let people make to sign in.
const DASHBOARD = 'kubernetes-dashboard'
const SIGN_IN_NAMES: ReadonlySet<string> = new Set([
  'admin-user',
  'dashboard-admin',
  'headlamp-admin',
])

export const idnHumanSa = defineRule({
  id: 'idn-human-sa',
  title: 'Keep service accounts for programs',
  topic: 'authentication',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Service Accounts',
      url: 'https://kubernetes.io/docs/concepts/security/service-accounts/',
    },
    {
      title: 'Kubernetes: Hardening Guide, service account tokens',
      url: 'https://kubernetes.io/docs/concepts/security/hardening-guide/authentication-mechanisms/#service-account-token',
    },
  ],
  controls: {
    'cis-1.12': ['3.1.2'],
    'ms-threat-matrix': ['MS-TA9016'],
    'pci-containers': ['1.2.a'],
  },

  subject: ['Config', 'ServiceAccount'],
  check(resource, scene) {
    return resource.type === 'Config'
      ? checkKubeconfig(resource, scene)
      : checkAccount(resource, scene)
  },
})

function checkKubeconfig(kubeconfig: Resource, scene: Scene): readonly Complaint[] {
  if (!isKubeconfig(kubeconfig)) return []
  return kubeconfigUsers(kubeconfig).flatMap(({ name, path }) => {
    const token = kubeconfig.get(...path, 'token')?.value
    const claims = typeof token === 'string' ? claimsOf(token) : undefined
    const account = accountNamed(claims?.user ?? '')
    const isOver = claims?.lastDay !== undefined && claims.lastDay < scene.today
    if (account === undefined || isOver) return []
    return {
      place: kubeconfig.at(...path),
      message: `User "${name}" of this kubeconfig is ${describeSubject(account)}: the log cannot tell who used it.`,
      sure: true,
    }
  })
}

function checkAccount(account: Resource, scene: Scene): readonly Complaint[] {
  if (!isMadeToSignIn(account) || runsPods(account, scene) || !isBound(account, scene)) return []
  return [
    {
      place: account.at('metadata', 'name'),
      message: `People sign in to a dashboard as account "${account.name}": the log cannot tell one from the other.`,
      sure: true,
    },
  ]
}

// The dashboard's own accounts begin with its name.
function isMadeToSignIn({ name, namespace }: Resource): boolean {
  if (SIGN_IN_NAMES.has(name)) return true
  return namespace === DASHBOARD && !name.startsWith(DASHBOARD) && name !== 'default'
}

function isBound({ name, namespace }: Resource, scene: Scene): boolean {
  const subject = { kind: 'ServiceAccount', name, namespace } as const
  return accessOf(scene).isBound(subject)
}
