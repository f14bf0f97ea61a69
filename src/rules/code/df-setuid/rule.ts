import { commandsOf, type Command } from '../../../analysis/dockerfiles/commands.ts'
import { optionOf, shippedStages } from '../../../analysis/dockerfiles/dockerfile.ts'
import { defineRule } from '../../rule.ts'
import { complaintFor } from '../complaint.ts'

export const dfSetuid = defineRule({
  id: 'df-setuid',
  title: 'Make no programs that run with the rights of their owner',
  topic: 'image-content',
  severity: 'medium',
  references: [
    { title: 'inode(7): set-user-ID', url: 'https://man7.org/linux/man-pages/man7/inode.7.html' },
    {
      title: 'Dockerfile reference, COPY --chmod',
      url: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
    },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    const text =
      'A file gets the set-user-ID or set-group-ID bit: whoever starts it gets the rights of its owner'
    const copied = shippedStages(dockerfile)
      .flatMap(({ steps }) => steps)
      .filter((step) => isSet(optionOf(step, 'chmod') ?? ''))
      .map(({ place }) => ({ place, text }))
    const changed = commandsOf(dockerfile)
      .filter(({ step }) => step.stage.isShipped)
      .flatMap((command) => {
        const at = modeIn(command)
        return at === -1 ? [] : [{ place: command.placeOf(at), text }]
      })
    return [...copied, ...changed].map((fault) => complaintFor(fault, dockerfile, scene))
  },
})

// The bit on a folder only says to whose group new files belong.
function modeIn({ program, args }: Command): number {
  const isFolder = args.some(
    (arg) => arg.endsWith('/') || /^\/(?:var|srv|home|opt|data|tmp)(?:\/|$)/.test(arg),
  )
  if (program === 'chmod') return args.findIndex((arg) => isSet(arg) && !(isFolder && isGroup(arg)))
  if (program === 'install')
    return args.findIndex((arg, index) => args[index - 1] === '-m' && isSet(arg))
  return -1
}

// 4755, 06755, u+s, +s, ug+sx.
function isSet(mode: string): boolean {
  return /^0?[2467][0-7]{3}$/.test(mode) || /^[ugoa]*[+=][rwxXt]*s[rwxXt]*$/.test(mode)
}

function isGroup(mode: string): boolean {
  return /^0?2[0-7]{3}$/.test(mode) || /^g[+=]/.test(mode)
}
