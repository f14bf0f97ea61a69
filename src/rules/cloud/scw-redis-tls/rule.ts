import { isOn, not } from '../../../analysis/terraform/answers.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { openingOf, rangesOf } from '../access-lists.ts'
import { complain, scalewayResource } from '../complain.ts'

export const scwRedisTls = defineRule({
  id: 'scw-redis-tls',
  title: 'Encrypt the way to Redis, and list who may take it',
  topic: 'cloud-data',
  severity: 'high',
  references: [
    scalewayResource('scaleway_redis_cluster'),
    {
      title: 'Redis: TLS',
      url: 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/',
    },
  ],

  subject: ['scaleway_redis_cluster'],
  check(redis) {
    const tls = redis.get('tls_enabled')
    const clear = complain(not(isOn(tls, false)), redis.at('tls_enabled'), {
      wrong: `Passwords and data on the way to Redis "${redis.name}" can be read: tls_enabled is not true.`,
      unclear: `Whether the way to Redis "${redis.name}" is encrypted cannot be told.`,
    })
    return [...clear, ...openComplaint(redis)]
  },
})

// A list that is not written lets nobody in from outside, so only one that is written can be too wide.
function openComplaint(redis: Resource): readonly Complaint[] {
  const opening = openingOf(rangesOf(redis, 'acl'))
  if (opening === undefined) return []
  const { place, sure, told } = opening
  return complain(sure ? 'yes' : 'cannot tell', place, {
    wrong: `Redis "${redis.name}" lets half of the internet or more connect: ${told}.`,
    unclear: `Whom Redis "${redis.name}" lets connect cannot be told.`,
  })
}
