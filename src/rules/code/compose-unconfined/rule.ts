import { defineRule } from '../../rule.ts'
import { toldOnce } from '../told-once.ts'

export const composeUnconfined = defineRule({
  id: 'compose-unconfined',
  title: 'Leave seccomp, AppArmor and SELinux on',
  topic: 'image-content',
  severity: 'medium',
  references: [
    {
      title: 'Docker: Seccomp security profiles',
      url: 'https://docs.docker.com/engine/security/seccomp/',
    },
    {
      title: 'Compose file reference, security_opt',
      url: 'https://docs.docker.com/reference/compose-file/services/#security_opt',
    },
  ],

  subject: ['ComposeService'],
  check: toldOnce((service) => {
    // Privileged services have none of it anyway.
    if (service.get('privileged')?.value === true) return []
    return service.list('security_opt').flatMap(({ value, place }) => {
      const [, guard] = OFF.exec(typeof value === 'string' ? value : '') ?? []
      if (guard === undefined) return []
      const message = `Service "${service.name}" turns ${GUARDS[guard] ?? guard} off: the kernel answers all it asks.`
      return [{ place, message, sure: true }]
    })
  }),
})

const OFF = /^(seccomp|apparmor|systempaths|label)[:=](?:unconfined|disable)$/

const GUARDS: Readonly<Record<string, string | undefined>> = {
  seccomp: 'the filter of system calls (seccomp)',
  apparmor: 'AppArmor',
  systempaths: 'the masks over /proc and /sys',
  label: 'SELinux',
}
