import { defineRule } from '../../rule.ts'
import { complaintFor } from '../complaint.ts'
import { copiesOf, handedFiles, isWhole } from '../copies.ts'

export const dfGitCopied = defineRule({
  id: 'df-git-copied',
  title: 'Keep the history of the repository out of images',
  topic: 'repository-secrets',
  severity: 'medium',
  references: [
    {
      title: 'Docker: Build context, .dockerignore files',
      url: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    return copiesOf(dockerfile).flatMap((copy) => {
      const { source, place } = copy
      const isNamed = /^(?:\.\/)?\.git(?:\/.*)?$/.test(source)
      const isInside = isWhole(copy) && handedFiles(dockerfile).includes('.git/')
      if (!isNamed && !isInside) return []
      const text =
        'The folder .git is copied into the image: all that was ever committed, and by whom'
      return [complaintFor({ place, text }, dockerfile, scene)]
    })
  },
})
