import { defineRule } from '../../rule.ts'
import { complaintFor } from '../complaint.ts'
import { copiesOf } from '../copies.ts'
import { secrecyOf } from '../secret-files.ts'

export const dfSecretCopied = defineRule({
  id: 'df-secret-copied',
  title: 'Copy no files with credentials into images',
  topic: 'repository-secrets',
  severity: 'high',
  references: [
    { title: 'Docker: Build secrets', url: 'https://docs.docker.com/build/building/secrets/' },
    {
      title: 'Dockerfile reference, COPY',
      url: 'https://docs.docker.com/reference/dockerfile/#copy',
    },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    return copiesOf(dockerfile).flatMap(({ source, place }) => {
      const secrecy = secrecyOf(source)
      if (secrecy === undefined) return []
      const sure = secrecy === 'sure'
      const text = sure
        ? `"${source}" is copied into the image: files of this name hold credentials`
        : `"${source}" is copied into the image: nobody can tell from here whether it holds credentials`
      return [complaintFor({ place, text, sure }, dockerfile, scene)]
    })
  },
})
