import { defineRule } from '../../rule.ts'
import { clearWords } from '../link-words.ts'

export const envClearUrl = defineRule({
  id: 'env-clear-url',
  title: 'Reach databases, queues and hosts outside over TLS',
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

  subject: 'container',
  check(container, scene) {
    const words = clearWords(container, scene)
    const isSure = ({ links }: (typeof words)[number]): boolean =>
      links.some(({ whereabouts }) => whereabouts !== 'unknown')
    const word = words.find(isSure) ?? words[0]
    const link = word?.links.find(({ whereabouts }) => whereabouts !== 'unknown') ?? word?.links[0]
    if (word === undefined || link === undefined) return []
    const more = words.length === 1 ? '' : `, and ${words.length - 1} more like it`
    return [
      {
        place: word.place,
        message: isSure(word)
          ? `Container "${container.name}" talks to ${link.host} in clear: its ${word.holder} says ${link.scheme}://${more}.`
          : `Container "${container.name}" may talk in clear: its ${word.holder} says ${link.scheme}:// to a host that is not known here${more}.`,
        sure: isSure(word),
      },
    ]
  },
})
