import { defineRule } from '../../rule.ts'
import { complainOnce, faultUnless } from '../faults.ts'

const ON = 'enable-admission-plugins'

export const apiAdmissionImages = defineRule({
  id: 'api-admission-images',
  title: 'Let every pod show that it may pull its image',
  topic: 'api-admission',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Admission Control, AlwaysPullImages',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#alwayspullimages',
    },
    {
      title: 'Kubernetes: Images, ensure image pull credential verification',
      url: 'https://kubernetes.io/docs/concepts/containers/images/#ensureimagepullcredentialverification',
    },
  ],
  controls: { 'cis-1.12': ['1.2.11'] },

  subject: ['kube-apiserver'],
  check(apiServer) {
    const on = apiServer.setting(ON)
    const isOn = apiServer.members(ON).includes('AlwaysPullImages')
    return complainOnce(faultUnless(on, isOn, 'AlwaysPullImages is not on'), {
      what: 'A pod may run a private image that another tenant had pulled',
      doubt: "A pod may be able to run another tenant's private image",
    })
  },
})
