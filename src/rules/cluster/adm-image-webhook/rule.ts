import { setPlace } from '../../../model/edit.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { ADMISSION_KINDS, pluginsNamed, type AdmissionPlugin } from '../admission-plugins.ts'

export const admImageWebhook = defineRule({
  id: 'adm-image-webhook',
  title: 'Refuse images when nobody could check them',
  topic: 'admission-defaults',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Admission Control, ImagePolicyWebhook',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#imagepolicywebhook',
    },
  ],
  controls: { 'cis-1.12': ['5.5.1'], 'k8s-checklist': ['admission/3'] },

  subject: ADMISSION_KINDS,
  check: (file) => pluginsNamed('ImagePolicyWebhook', file).flatMap(complain),

  fix: {
    risk: 'mayBreak', // while the webhook is down no pod starts
    edit: (_, { place }) => [setPlace(place, false)],
  },
})

function complain({ configuration, path }: AdmissionPlugin): readonly Complaint[] {
  if (configuration === undefined) {
    if (path === undefined) return []
    const message = 'Images may be admitted unchecked: this file decides it, and it was not read.'
    return [{ place: path.place, message, sure: false }]
  }
  const allow = configuration.get('imagePolicy', 'defaultAllow')
  if (allow === undefined || allow.value === false) return []
  const message = allow.resolved
    ? 'Any image is admitted while the webhook that checks images does not answer.'
    : 'Any image may be admitted while the webhook does not answer: what is written is not known.'
  return [{ place: allow.place, message, sure: allow.resolved }]
}
