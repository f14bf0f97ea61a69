import { allOf, isOn, isOneOf, isSet, hasBlock, not } from '../../../analysis/terraform/answers.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'

const VERSION = 'scaleway_secret_version'
const KEY = 'scaleway_key_manager_key'

export const scwSecretInState = defineRule({
  id: 'scw-secret-in-state',
  title: 'Keep secrets out of the state, and their keys guarded and renewed',
  topic: 'cloud-data',
  severity: 'medium',
  references: [
    scalewayResource(VERSION),
    scalewayResource(KEY),
    {
      title: 'Terraform provider scaleway: Using write-only arguments',
      url: 'https://github.com/scaleway/terraform-provider-scaleway/blob/master/docs/guides/using-write-only-arguments.md',
    },
  ],

  subject: [VERSION, KEY],
  check(resource) {
    return resource.type === KEY ? keyComplaints(resource) : stateComplaint(resource)
  },
})

function stateComplaint(version: Resource): readonly Complaint[] {
  const data = version.get('data')
  if (data === undefined) return []
  return complain(isSet(data), data.place, {
    wrong: `Secret version "${version.name}" leaves its value in the state in the clear: data instead of data_wo.`,
    unclear: `Whether secret version "${version.name}" leaves its value in the state cannot be told.`,
  })
}

function keyComplaints(key: Resource): readonly Complaint[] {
  // Keys for signatures and those brought from elsewhere are renewed by whoever relies on them.
  const isRenewable = allOf(
    isOneOf(key.get('usage'), ['symmetric_encryption'], ''),
    not(isOneOf(key.get('origin'), ['external'], '')),
  )
  const isKept = allOf(isRenewable, not(hasBlock(key, 'rotation_policy')))
  return [
    ...complain(isOn(key.get('unprotected'), false), key.at('unprotected'), {
      wrong: `Key "${key.name}" may be deleted, and with it all that it encrypts.`,
      unclear: `Whether key "${key.name}" is protected against deletion cannot be told.`,
    }),
    ...complain(isKept, key.at('rotation_policy'), {
      wrong: `Key "${key.name}" is never renewed: it has no rotation_policy.`,
      unclear: `Whether key "${key.name}" is ever renewed cannot be told.`,
    }),
  ]
}
