import { commandsOf } from '../../../analysis/dockerfiles/commands.ts'
import { defineRule } from '../../rule.ts'
import { leavesCache } from '../caches.ts'
import { complaintFor } from '../complaint.ts'
import { onePerStep } from '../one-per-step.ts'

export const dfCacheLeft = defineRule({
  id: 'df-cache-left',
  title: 'Leave no caches of package managers in images',
  topic: 'image-content',
  severity: 'low',
  references: [
    {
      title: 'Docker: Building best practices, apt-get',
      url: 'https://docs.docker.com/build/building/best-practices/#apt-get',
    },
    {
      title: 'Docker: Optimize cache usage, cache mounts',
      url: 'https://docs.docker.com/build/cache/optimize/#use-cache-mounts',
    },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    const commands = commandsOf(dockerfile)
    const left = commands.filter(
      ({ step }, index) => step.stage.isShipped && leavesCache(commands, index),
    )
    // One command at the end of an instruction would clean up after all of it.
    return onePerStep(left).map(({ place, program }) => {
      const text = `What ${program} kept of its downloads stays in this layer of the image`
      return complaintFor({ place, text }, dockerfile, scene)
    })
  },
})
