import type { Field } from '../../../model/part.ts'
import { memberOf } from '../../../model/part.ts'
import type { Container } from '../../../model/pod.ts'
import { podOf } from '../../../model/pod.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'

// What kubeadm writes for a person at the machine, in an emergency.
const ADMIN_FILE = /\/etc\/kubernetes\/(?:super-)?admin\.conf\b/

export const certSuperAdmin = defineRule({
  id: 'cert-super-admin',
  title: "Keep the administrator's certificate for emergencies",
  topic: 'cluster-certificates',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Creating a cluster with kubeadm, admin.conf and super-admin.conf',
      url: 'https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/create-cluster-kubeadm/',
    },
    {
      title:
        'Kubernetes: PKI certificates and requirements, configure certificates for user accounts',
      url: 'https://kubernetes.io/docs/setup/best-practices/certificates/#configure-certificates-for-user-accounts',
    },
  ],
  controls: { 'cis-1.12': ['5.1.7'], 'k8s-checklist': ['authn-authz/1'] },

  subject: 'container',
  concerns: usesIt,
  check(container) {
    const [field] = fieldsUsing(container)
    if (field === undefined) return []
    const message = `Container "${container.name}" works with the administrator's own certificate, which no role limits.`
    return [{ place: field.place, message, sure: true }]
  },
})

function usesIt(resource: Resource): boolean {
  return podOf(resource)?.containers.some((each) => fieldsUsing(each).length > 0) ?? false
}

function fieldsUsing(container: Container): readonly Field[] {
  const words = [...container.list('command'), ...container.list('args')]
  const variables = container.list('env').flatMap(({ value, place }) => {
    const text = memberOf(value, 'value')
    return [{ value: text, resolved: true, place: { ...place, path: [...place.path, 'value'] } }]
  })
  return [...words, ...variables].filter(
    ({ value }) => typeof value === 'string' && ADMIN_FILE.test(value),
  )
}
