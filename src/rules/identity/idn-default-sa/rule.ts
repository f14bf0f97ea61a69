import { setField } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { accountOf, AUTOMOUNT, getsToken } from '../account-token.ts'

export const idnDefaultSa = defineRule({
  id: 'idn-default-sa',
  formerly: ['default-account-token'],
  title: 'Mount no token of the default account',
  topic: 'account-tokens',
  severity: 'medium',
  references: [
    {
      title:
        'Kubernetes: Configure Service Accounts for Pods, Opt out of API credential automounting',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
    },
    {
      title: 'Kubernetes: Application Security Checklist',
      url: 'https://kubernetes.io/docs/concepts/security/application-security-checklist/',
    },
  ],
  controls: {
    'cis-1.12': ['5.1.5', '5.1.6'],
    'k8s-app-checklist': ['account/1'],
    'pci-containers': ['1.5.a'],
    'stig-v2r3': ['V-242381'],
  },

  subject: 'pod',
  check(pod, scene) {
    const account = accountOf(pod)
    if (account !== undefined && account !== 'default') return []
    const gets = getsToken(pod, account, scene)
    if (gets === false) return []
    const isSure = account === 'default' && gets === true
    return [
      {
        place: pod.at(AUTOMOUNT),
        message: isSure
          ? "The pod carries a token of its namespace's default account, whose rights every such pod shares."
          : "The pod may carry a token of its namespace's default account: its settings cannot be told.",
        sure: isSure,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // a program that speaks to the API server needs an account of its own
    edit: (pod) => [setField(pod, [AUTOMOUNT], false)],
  },
})
