import { commandsOf, type Command } from '../../../analysis/dockerfiles/commands.ts'
import { defineRule } from '../../rule.ts'
import { complaintFor } from '../complaint.ts'
import { installOf } from '../installs.ts'

export const dfSudo = defineRule({
  id: 'df-sudo',
  title: 'Do without sudo in images',
  topic: 'image-content',
  severity: 'medium',
  references: [
    {
      title: 'Docker: Building best practices, USER',
      url: 'https://docs.docker.com/build/building/best-practices/#user',
    },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    return commandsOf(dockerfile)
      .filter(({ step }) => step.stage.isShipped)
      .flatMap((command) => {
        const text = faultOf(command)
        if (text === undefined) return []
        const place = command.placeOf(wordOf(command))
        return [complaintFor({ place, text }, dockerfile, scene)]
      })
  },
})

function faultOf(command: Command): string | undefined {
  const { args, via } = command
  if (args.some((arg) => /\bNOPASSWD\b/.test(arg)))
    return 'An account of the image may become root without a password'
  if (installOf(command)?.names.some(isSudo) === true)
    return 'The program sudo is installed: it makes root of others, and has flaws of its own'
  return via.includes('sudo')
    ? 'The program sudo is used while the image is built, so it is in the image'
    : undefined
}

function wordOf(command: Command): number {
  const name = installOf(command)?.names.find(isSudo)
  return name?.index ?? command.args.findIndex((arg) => /\bNOPASSWD\b/.test(arg))
}

function isSudo({ text }: { readonly text: string }): boolean {
  return /^(?:sudo|doas)(?:=.*)?$/.test(text)
}
