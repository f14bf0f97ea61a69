import { setPlace } from '../../../model/edit.ts'
import { formatPath } from '../../../model/place.ts'
import { defineRule } from '../../rule.ts'
import { tlsOffWords } from '../link-words.ts'
import { onePerPlace } from '../one-per-place.ts'

export const envDbSslOff = defineRule({
  id: 'env-db-ssl-off',
  title: 'Do not switch TLS or its checks off',
  topic: 'encryption-in-transit',
  severity: 'high',
  references: [
    {
      title: 'PostgreSQL: SSL support, protection provided in different modes',
      url: 'https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION',
    },
    {
      title: 'Node.js: command-line options, NODE_TLS_REJECT_UNAUTHORIZED',
      url: 'https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue',
    },
  ],

  subject: 'container',
  check: (container) =>
    onePerPlace(
      tlsOffWords(container).map(({ place, holder, setting }) => ({
        place,
        message: `Container "${container.name}" talks without TLS or without its checks: its ${holder} says ${setting}.`,
        sure: true,
      })),
    ),

  fix: {
    risk: 'mayBreak', // the server needs a certificate that the client's authorities signed
    edit(container, { place }) {
      const path = formatPath(place.path)
      const word = tlsOffWords(container).find((each) => formatPath(each.place.path) === path)
      if (word?.mended === undefined || word.value === undefined) return []
      // A value with a password in it is for a person to touch.
      return /:\/\/[^/]{0,200}@/.test(word.text) ? [] : [setPlace(word.value, word.mended)]
    },
  },
})
