import { commandsOf } from '../../../analysis/dockerfiles/commands.ts'
import { settingsOf, stepsOf } from '../../../analysis/dockerfiles/dockerfile.ts'
import { defineRule } from '../../rule.ts'
import { complaintFor } from '../complaint.ts'
import { isTlsOff, tlsOffWord } from '../tls-off.ts'

export const dfTlsOff = defineRule({
  id: 'df-tls-off',
  title: 'Let programs check whom they are talking to',
  topic: 'image-content',
  severity: 'high',
  references: [
    {
      title: 'OWASP Docker Security Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
    },
    {
      title: 'Node.js: NODE_TLS_REJECT_UNAUTHORIZED',
      url: 'https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue',
    },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    const kept = stepsOf(dockerfile, 'ENV', 'ARG')
      .flatMap(settingsOf)
      .filter(isTlsOff)
      .map(({ key, place }) => ({
        place,
        text: `"${key}" turns off the check of certificates for the build${KEPT}`,
      }))
    const once = commandsOf(dockerfile).flatMap((command) => {
      const word = tlsOffWord(command)
      if (word === undefined) return []
      const text = `${subjectOf(command.program)} accepts any certificate here: nobody knows who answers`
      return [{ place: command.placeOf(word), text }]
    })
    return [...kept, ...once].map((fault) => complaintFor(fault, dockerfile, scene))
  },
})

const KEPT = ', and for what runs afterwards if it is ENV'

function subjectOf(program: string): string {
  return /^[a-z][\w.-]{0,30}$/.test(program) ? `"${program}"` : 'A program'
}
