import { defineRule } from '../../rule.ts'
import { complaintFor } from '../complaint.ts'
import { copiesOf, handedFiles, isWhole } from '../copies.ts'
import { secrecyOf } from '../secret-files.ts'

export const dfContextSecrets = defineRule({
  id: 'df-context-secrets',
  title: 'Name files with credentials in .dockerignore',
  topic: 'repository-secrets',
  severity: 'high',
  references: [
    {
      title: 'Docker: Build context, .dockerignore files',
      url: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    const whole = copiesOf(dockerfile).find(isWhole)
    if (whole === undefined) return []
    const secret = handedFiles(dockerfile).filter((file) => secrecyOf(file) !== undefined)
    const [first] = secret.toSorted(bySecrecy)
    if (first === undefined) return []
    const others = secret.length === 1 ? '' : ` and ${secret.length - 1} more`
    const sure = secrecyOf(first) === 'sure'
    const doubt = sure ? '' : ', which may hold credentials'
    const text = `The whole folder is copied into the image, with "${first}"${doubt}${others}: no .dockerignore keeps it out`
    return [complaintFor({ place: whole.place, text, sure }, dockerfile, scene)]
  },
})

function bySecrecy(one: string, other: string): number {
  return Number(secrecyOf(other) === 'sure') - Number(secrecyOf(one) === 'sure')
}
