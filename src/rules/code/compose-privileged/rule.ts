import { defineRule } from '../../rule.ts'
import { toldOnce } from '../told-once.ts'

export const composePrivileged = defineRule({
  id: 'compose-privileged',
  title: 'Run no privileged services',
  topic: 'image-content',
  severity: 'high',
  references: [
    {
      title: 'Compose file reference, privileged',
      url: 'https://docs.docker.com/reference/compose-file/services/#privileged',
    },
    {
      title: 'OWASP Docker Security Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
    },
  ],

  subject: ['ComposeService'],
  check: toldOnce((service) => {
    const setting = service.get('privileged')
    if (
      setting === undefined ||
      (setting.resolved && setting.value !== true && setting.value !== 'true')
    )
      return []
    return [
      {
        place: setting.place,
        message: setting.resolved
          ? `Service "${service.name}" is privileged: it has all devices and all rights of the machine.`
          : `A variable decides whether service "${service.name}" is privileged.`,
        sure: setting.resolved,
      },
    ]
  }),
})
