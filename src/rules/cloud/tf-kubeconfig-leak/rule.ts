import type { Field } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { kubeconfigIn } from '../kubeconfig-references.ts'
import { isTrue } from '../wanted.ts'

export const tfKubeconfigLeak = defineRule({
  id: 'tf-kubeconfig-leak',
  title: 'Write no kubeconfig of a cluster to files or plain outputs',
  topic: 'cloud-access',
  severity: 'high',
  references: [
    {
      title: 'Terraform provider scaleway: scaleway_k8s_cluster, kubeconfig',
      url: 'https://github.com/scaleway/terraform-provider-scaleway/blob/master/docs/resources/k8s_cluster.md',
    },
    {
      title: 'Kubernetes: Client authentication with an exec plugin',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9003'] },

  subject: ['output', 'local_file'],
  check(resource, scene) {
    const field = leakingField(resource)
    if (field === undefined) return []
    const holding = kubeconfigIn(field, resource, scene)
    if (holding === 'nothing') return []
    const [what, how] =
      resource.type === 'output'
        ? [`Output "${resource.name}"`, 'prints the kubeconfig of a cluster, in logs too']
        : [`File "${resource.name}"`, 'is the kubeconfig of a cluster on a disk, as plain text']
    const sure = holding === 'kubeconfig'
    return [
      {
        place: field.place,
        message: sure
          ? `${what} ${how}.`
          : `${what} seems to hold a kubeconfig, which cannot be told.`,
        sure,
      },
    ]
  },
})

function leakingField(resource: Resource): Field | undefined {
  if (resource.type === 'output') {
    return isTrue(resource.get('sensitive')?.value) ? undefined : resource.get('value')
  }
  return ['content', 'sensitive_content', 'content_base64']
    .map((name) => resource.get(name))
    .find((field) => field !== undefined)
}
