import { defineRule } from '../../rule.ts'
import { clearMembers } from '../config-links.ts'
import { onePerPlace } from '../one-per-place.ts'

export const cfgClearUrl = defineRule({
  id: 'cfg-clear-url',
  title: 'Configure programs to reach others over TLS',
  topic: 'encryption-in-transit',
  severity: 'medium',
  references: [
    {
      title: 'Redis: TLS',
      url: 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/',
    },
    {
      title: 'RabbitMQ: TLS support',
      url: 'https://www.rabbitmq.com/docs/ssl',
    },
  ],

  subject: ['ConfigMap', 'Secret'],
  check: (config, scene) =>
    onePerPlace(
      clearMembers(config, scene).map(({ key, place, what, sure }) => ({
        place,
        message: sure
          ? `${config.type} "${config.name}" lets programs speak ${what} in clear: key "${key}".`
          : `${config.type} "${config.name}" may let programs speak ${what} in clear: key "${key}".`,
        sure,
      })),
    ),
})
