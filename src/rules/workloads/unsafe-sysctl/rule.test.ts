import { describe, expect, it } from 'vitest'
import { chargesUnder } from '../../../../test/rules/charges.ts'
import { unsafeSysctl } from './rule.ts'

describe('unsafe-sysctl', () => {
  it.each([
    { name: 'net.ipv4.ip_local_reserved_ports', before: '1.26', since: '1.27' },
    { name: 'net.ipv4.tcp_keepalive_time', before: '1.28', since: '1.29' },
    { name: 'net/ipv4/tcp_rmem', before: '1.31', since: '1.32' },
    { name: 'net.ipv4.tcp_notsent_lowat', before: '1.36', since: '1.37' },
  ])('takes $name for safe since Kubernetes $since', ({ name, before, since }) => {
    const manifest = `
apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  securityContext: { sysctls: [{ name: ${name}, value: "1" }] }
  containers: [{ name: web }]
`
    expect(chargesUnder(before, unsafeSysctl, manifest)).toHaveLength(1)
    expect(chargesUnder(since, unsafeSysctl, manifest)).toHaveLength(0)
  })
})
