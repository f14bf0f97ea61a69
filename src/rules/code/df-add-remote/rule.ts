import { optionOf, stepsOf, wordsOf } from '../../../analysis/dockerfiles/dockerfile.ts'
import { defineRule } from '../../rule.ts'
import { complaintFor } from '../complaint.ts'

export const dfAddRemote = defineRule({
  id: 'df-add-remote',
  title: 'Give ADD a checksum for what it fetches',
  topic: 'image-content',
  severity: 'medium',
  references: [
    {
      title: 'Dockerfile reference, ADD --checksum',
      url: 'https://docs.docker.com/reference/dockerfile/#add---checksum',
    },
    {
      title: 'Docker: Building best practices, ADD or COPY',
      url: 'https://docs.docker.com/build/building/best-practices/#add-or-copy',
    },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    return stepsOf(dockerfile, 'ADD')
      .filter((step) => (optionOf(step, 'checksum') ?? '') === '')
      .flatMap((step) =>
        wordsOf(step)
          .slice(0, -1)
          .filter(({ text }) => isRemote(text) && !isCommit(text)),
      )
      .map(({ field: { place } }) => {
        const text =
          'ADD fetches this from the network and takes whatever comes: no checksum is given'
        return complaintFor({ place, text }, dockerfile, scene)
      })
  },
})

function isRemote(source: string): boolean {
  return /^(?:https?|ftp|ssh):\/\/|^git@/i.test(source)
}

// A repository at a commit by its full name cannot become another one.
function isCommit(source: string): boolean {
  return /(?:#|[?&](?:ref|checksum|commit)=)[0-9a-f]{40}(?:[:&]|$)/.test(source)
}
