import { defineRule } from '../../rule.ts'
import { toldOnce } from '../told-once.ts'

export const composeHostNamespaces = defineRule({
  id: 'compose-host-namespaces',
  title: 'Give services namespaces of their own',
  topic: 'image-content',
  severity: 'high',
  references: [
    {
      title: 'Compose file reference, network_mode',
      url: 'https://docs.docker.com/reference/compose-file/services/#network_mode',
    },
    {
      title: 'Compose file reference, pid',
      url: 'https://docs.docker.com/reference/compose-file/services/#pid',
    },
  ],

  subject: ['ComposeService'],
  check: toldOnce((service) => {
    return NAMESPACES.flatMap(({ field, words }) => {
      const setting = service.get(field)
      if (setting?.value !== 'host') return []
      const message = `Service "${service.name}" shares ${words} with the machine.`
      return [{ place: setting.place, message, sure: true }]
    })
  }),
})

const NAMESPACES = [
  { field: 'network_mode', words: 'all networks' },
  { field: 'pid', words: 'the list of processes' },
  { field: 'ipc', words: 'the memory that processes share' },
  { field: 'userns_mode', words: 'the numbers of users, so that its root is root there' },
] as const
