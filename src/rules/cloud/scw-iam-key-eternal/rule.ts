import { allOf, isSet, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'

export const scwIamKeyEternal = defineRule({
  id: 'scw-iam-key-eternal',
  title: 'Let API keys expire, and tie those of machines to applications',
  topic: 'cloud-access',
  severity: 'high',
  references: [scalewayResource('scaleway_iam_api_key')],

  subject: ['scaleway_iam_api_key'],
  check(key) {
    const isEternal = not(isSet(key.get('expires_at')))
    const user = key.get('user_id')
    const isPersonal = allOf(isSet(user), not(isSet(key.get('application_id'))))
    return [
      ...complain(isEternal, key.at('expires_at'), {
        wrong: `API key "${key.name}" works for ever: expires_at is not set.`,
        unclear: `Whether API key "${key.name}" ever expires cannot be told.`,
      }),
      ...complain(isPersonal, key.at('user_id'), {
        wrong: `API key "${key.name}" acts with all the rights of a person, where an application would have its own.`,
        unclear: `Whether API key "${key.name}" acts as a person cannot be told.`,
      }),
    ]
  },
})
