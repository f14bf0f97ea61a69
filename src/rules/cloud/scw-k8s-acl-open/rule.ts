import { defineRule } from '../../rule.ts'
import { openingOf, rangesOf } from '../access-lists.ts'

export const scwK8sAclOpen = defineRule({
  id: 'scw-k8s-acl-open',
  title: 'Let narrow ranges alone reach the API server of Kapsule',
  topic: 'api-endpoint',
  severity: 'high',
  references: [
    {
      title: 'Terraform provider scaleway: scaleway_k8s_acl',
      url: 'https://github.com/scaleway/terraform-provider-scaleway/blob/master/docs/resources/k8s_acl.md',
    },
  ],

  subject: ['scaleway_k8s_acl'],
  check(list) {
    const opening = openingOf(rangesOf(list, 'acl_rules'))
    if (opening === undefined) return []
    const { place, sure, told } = opening
    return [
      {
        place,
        message: sure
          ? `Access list "${list.name}" lets half of the internet or more reach the API server: ${told}.`
          : `Whom access list "${list.name}" lets reach the API server cannot be told.`,
        sure,
      },
    ]
  },
})
