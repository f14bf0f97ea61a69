import { defineRule } from '../../rule.ts'
import { firstBlindPolicy, POLICY_KINDS } from '../image-verification.ts'

export const tpImageUnsigned = defineRule({
  id: 'tp-image-unsigned',
  title: 'Let only images run whose signature is verified',
  topic: 'image-sources',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Verify Signed Kubernetes Artifacts',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/verify-signed-artifacts/',
    },
    {
      title: 'Kyverno: Verify Images Rules',
      url: 'https://kyverno.io/docs/policy-types/cluster-policy/verify-images/',
    },
  ],
  controls: {
    'cis-1.12': ['5.5.1'],
    'k8s-checklist': ['images/3'],
    'k8s-app-checklist': ['images/2'],
    'pci-containers': ['3.2.a'],
  },

  subject: POLICY_KINDS,
  check(policy, scene) {
    // One question for the estate, asked where its policies begin.
    if (firstBlindPolicy(scene) !== policy) return []
    return [
      {
        place: policy.at('spec'),
        message: 'Policies judge what runs, but none that was read verifies who signed the images.',
        sure: true,
      },
    ]
  },
})
