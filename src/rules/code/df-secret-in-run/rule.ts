import { commandsIn, type Command } from '../../../analysis/dockerfiles/commands.ts'
import { stepsOf, wordsOf, type Step } from '../../../analysis/dockerfiles/dockerfile.ts'
import { credentialsInWords } from '../../../analysis/secrets/credentials-in-words.ts'
import { isPassword } from '../../../analysis/secrets/credible.ts'
import { wordsFor } from '../../data/credential-words.ts'
import { defineRule } from '../../rule.ts'
import { complaintFor, type ImageFault } from '../complaint.ts'
import { isFingerprint } from '../fingerprint.ts'

export const dfSecretInRun = defineRule({
  id: 'df-secret-in-run',
  title: 'Keep credentials out of the commands of a Dockerfile',
  topic: 'repository-secrets',
  severity: 'high',
  references: [
    { title: 'Docker: Build secrets', url: 'https://docs.docker.com/build/building/secrets/' },
    {
      title: 'OWASP Docker Security Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
    },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    const steps = stepsOf(dockerfile, 'RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'COPY', 'ADD')
    return steps
      .flatMap((step) => [...inWords(step), ...inHeredocs(step), ...inPipes(step)])
      .map((fault) => complaintFor(fault, dockerfile, scene))
  },
})

function inWords(step: Step): readonly ImageFault[] {
  const words = wordsOf(step)
  const texts = words.map(({ text }) => text)
  return credentialsInWords(texts).flatMap(({ word, ...credential }) => {
    const at = words[word]
    if (at === undefined || isFingerprint(at.text, `${texts[word - 1] ?? ''} ${at.text}`)) return []
    return [faultAt(at.field.place, wordsFor(credential))]
  })
}

function inHeredocs(step: Step): readonly ImageFault[] {
  return step.list('heredocs').flatMap((_, heredoc) =>
    step.list('heredocs', heredoc, 'lines').flatMap(({ value, place }) => {
      if (typeof value !== 'string' || isFingerprint(value, value)) return []
      const [credential] = credentialsInWords([`${value} `])
      return credential === undefined ? [] : [faultAt(place, wordsFor(credential))]
    }),
  )
}

// `echo root:secret | chpasswd`.
function inPipes(step: Step): readonly ImageFault[] {
  if (step.keyword !== 'RUN') return []
  const commands = commandsIn(step)
  return commands.flatMap((command, index) => {
    const before = commands[index - 1]
    if (command.after !== '|' || before === undefined || !setsPassword(command)) return []
    const login = before.args.findIndex((arg) => isPassword(arg.replace(/^[\w.-]*:/, '')))
    if (login === -1 || !/^(?:echo|printf)$/.test(before.program)) return []
    return [faultAt(before.placeOf(login), 'the password of an account')]
  })
}

function setsPassword({ program, args }: Command): boolean {
  return program === 'chpasswd' || (program === 'passwd' && args.includes('--stdin'))
}

function faultAt(place: ImageFault['place'], words: string): ImageFault {
  return { place, text: `This instruction holds ${words}: it stands in this file and in the image` }
}
