import { commandsOf } from '../../../analysis/dockerfiles/commands.ts'
import { stepsOf, wordsOf } from '../../../analysis/dockerfiles/dockerfile.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { complaintFor, type ImageFault } from '../complaint.ts'
import { installOf } from '../installs.ts'

export const dfSshServer = defineRule({
  id: 'df-ssh-server',
  title: 'Run no SSH server in containers',
  topic: 'image-content',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Get a Shell to a Running Container',
      url: 'https://kubernetes.io/docs/tasks/debug/debug-application/get-shell-running-container/',
    },
    {
      title: 'Dockerfile reference, EXPOSE',
      url: 'https://docs.docker.com/reference/dockerfile/#expose',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9010'] },

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    // The port, the start and the package are one server.
    const [fault] = [...exposed(dockerfile), ...started(dockerfile), ...installed(dockerfile)]
    return fault === undefined ? [] : [complaintFor(fault, dockerfile, scene)]
  },
})

function exposed(dockerfile: Resource): readonly ImageFault[] {
  return shippedWords(dockerfile, 'EXPOSE')
    .filter(({ text }) => /^22(?:\/tcp)?$/.test(text))
    .map(({ field }) => ({
      place: field.place,
      text: 'Port 22 is exposed: containers of this image wait for logins by SSH',
    }))
}

function started(dockerfile: Resource): readonly ImageFault[] {
  return shippedWords(dockerfile, 'CMD', 'ENTRYPOINT')
    .filter(({ text }) => /(?:^|[\s/])(?:sshd|dropbear)(?:\s|$)/.test(text))
    .map(({ field }) => ({ place: field.place, text: 'The image starts an SSH server' }))
}

function installed(dockerfile: Resource): readonly ImageFault[] {
  return commandsOf(dockerfile)
    .filter(({ step }) => step.stage.isShipped)
    .flatMap((command) => {
      const server = installOf(command)?.names.find(({ text }) =>
        /^(?:openssh-server|dropbear)(?:=.*)?$/.test(text),
      )
      if (server === undefined) return []
      return [
        { place: command.placeOf(server.index), text: 'An SSH server is installed in the image' },
      ]
    })
}

function shippedWords(
  dockerfile: Resource,
  ...keywords: readonly string[]
): ReturnType<typeof wordsOf> {
  return stepsOf(dockerfile, ...keywords)
    .filter(({ stage }) => stage.isShipped)
    .flatMap(wordsOf)
}
