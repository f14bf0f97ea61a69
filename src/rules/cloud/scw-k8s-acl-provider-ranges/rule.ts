import { allOf, isOn, not } from '../../../analysis/terraform/answers.ts'
import { blocksOf } from '../../../analysis/terraform/arguments.ts'
import { isMapping } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'
import { clusterOf, isKosmos } from '../kapsule.ts'

export const scwK8sAclProviderRanges = defineRule({
  id: 'scw-k8s-acl-provider-ranges',
  title: 'Keep the ranges of all Scaleway customers out of the access list',
  topic: 'api-endpoint',
  severity: 'medium',
  references: [
    scalewayResource('scaleway_k8s_acl'),
    {
      title: 'Scaleway: How to manage allowed IP addresses',
      url: 'https://www.scaleway.com/en/docs/kubernetes/how-to/manage-allowed-ips/',
    },
  ],

  subject: ['scaleway_k8s_acl'],
  check(list, scene) {
    // Kosmos does not work without these ranges: its nodes reach the control plane from anywhere.
    const isKapsule = not(isKosmos(clusterOf(list, scene)))
    return (blocksOf(list, 'acl_rules') ?? []).flatMap((rule) => {
      const ranges = rule.get('scaleway_ranges')
      // A block of which nothing is known is for scw-k8s-acl-open to tell.
      if (ranges === undefined || !isMapping(rule.value)) return []
      return complain(allOf(isOn(ranges, false), isKapsule), ranges.place, {
        wrong: `Access list "${list.name}" lets the machines of all customers of Scaleway reach the API server.`,
        unclear: `Whether access list "${list.name}" lets in all of Scaleway without need cannot be told.`,
      })
    })
  },
})
