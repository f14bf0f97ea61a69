import { commandsOf } from '../../../analysis/dockerfiles/commands.ts'
import { containersOf } from '../../../analysis/images/used-by.ts'
import type { Container } from '../../../model/pod.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { complaintFor } from '../complaint.ts'
import { userOf } from '../image-user.ts'

export const dfRootUser = defineRule({
  id: 'df-root-user',
  title: 'Let images start as a user other than root',
  topic: 'image-content',
  severity: 'medium',
  references: [
    {
      title: 'Docker: Building best practices, USER',
      url: 'https://docs.docker.com/build/building/best-practices/#user',
    },
    {
      title: 'Dockerfile reference, USER',
      url: 'https://docs.docker.com/reference/dockerfile/#user',
    },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    const user = userOf(dockerfile)
    if (user === undefined || user.kind === 'other') return []
    // Where every pod says that it is somebody else, the image has nothing to say.
    const containers = containersOf(dockerfile, scene)
    if (containers.length > 0 && containers.every(namesOther)) return []
    const text = user.isSaid
      ? 'The last USER of this image is root'
      : 'No USER is set, so the image starts as the user of its base image, who is root'
    if (user.kind === 'root' && !stepsDown(dockerfile))
      return [complaintFor({ place: user.place, text }, dockerfile, scene)]
    const doubt = {
      place: user.place,
      text: 'Nobody can tell which user this image starts as',
      sure: false,
    }
    return [complaintFor(doubt, dockerfile, scene)]
  },
})

function namesOther(container: Container): boolean {
  const at = (field: string) =>
    (container.get('securityContext', field) ?? container.pod.get('securityContext', field))?.value
  const user = at('runAsUser')
  return at('runAsNonRoot') === true || (typeof user === 'number' && user > 0)
}

// Programs that the script at the start uses to become somebody else.
function stepsDown(dockerfile: Resource): boolean {
  return commandsOf(dockerfile).some(({ program, args }) =>
    [program, ...args].some((word) => /(?:^|\/)(?:gosu|su-exec|setpriv|s6-setuidgid)\b/.test(word)),
  )
}
