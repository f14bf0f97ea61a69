import { defineRule } from '../../rule.ts'
import { toldOnce } from '../told-once.ts'

export const composeCapabilities = defineRule({
  id: 'compose-capabilities',
  title: 'Add no capability that gives away the machine',
  topic: 'image-content',
  severity: 'high',
  references: [
    {
      title: 'Compose file reference, cap_add',
      url: 'https://docs.docker.com/reference/compose-file/services/#cap_add',
    },
    { title: 'capabilities(7)', url: 'https://man7.org/linux/man-pages/man7/capabilities.7.html' },
  ],

  subject: ['ComposeService'],
  check: toldOnce((service) => {
    return service.list('cap_add').flatMap(({ value, place }) => {
      const name = typeof value === 'string' ? value.toUpperCase().replace(/^CAP_/, '') : ''
      const means = POWERS[name]
      if (means === undefined) return []
      const message = `Service "${service.name}" gets the capability ${name}: ${means}.`
      return [{ place, message, sure: true }]
    })
  }),
})

// Source: capabilities(7), read 2026-11-25: those with which a process leaves its container.
const POWERS: Readonly<Record<string, string | undefined>> = {
  ALL: 'all rights that root has',
  BPF: 'it loads programs into the kernel',
  DAC_READ_SEARCH: 'it opens any file of the machine',
  SYS_ADMIN: 'it mounts, and much else that root may',
  SYS_BOOT: 'it restarts the machine',
  SYS_MODULE: 'it loads code into the kernel',
  SYS_PTRACE: 'it reads and changes other processes that it can see',
  SYS_RAWIO: 'it reads and writes the memory of the machine',
}
