import { describe, expect, it } from 'vitest'
import { blamed, podOwnContext } from '../blamed.testing.ts'
import { sysctls } from './sysctls.ts'

const NAME = 'spec.securityContext.sysctls[0].name'

describe('sysctls', () => {
  it.each([
    { name: 'kernel.shm_rmid_forced', since: 0 },
    { name: 'net.ipv4.ip_local_port_range', since: 0 },
    { name: 'net.ipv4.ip_unprivileged_port_start', since: 0 },
    { name: 'net.ipv4.ping_group_range', since: 0 },
    { name: 'net.ipv4.tcp_syncookies', since: 0 },
    { name: 'net.ipv4.ip_local_reserved_ports', since: 27 },
    { name: 'net.ipv4.tcp_fin_timeout', since: 29 },
    { name: 'net.ipv4.tcp_keepalive_intvl', since: 29 },
    { name: 'net.ipv4.tcp_keepalive_probes', since: 29 },
    { name: 'net.ipv4.tcp_keepalive_time', since: 29 },
    { name: 'net.ipv4.tcp_rmem', since: 32 },
    { name: 'net.ipv4.tcp_wmem', since: 32 },
    { name: 'net.ipv4.tcp_notsent_lowat', since: 37 },
    { name: 'net.ipv4.tcp_slow_start_after_idle', since: 37 },
  ])('takes $name since 1.$since', ({ name, since }) => {
    const pod = podOwnContext({ sysctls: [{ name, value: '1' }] })
    for (let minor = 0; minor <= 37; minor++) {
      expect(blamed(sysctls, minor, pod)).toEqual(minor < since ? [NAME] : [])
    }
  })

  it.each([
    { name: 'an unsafe one', sysctl: { name: 'kernel.msgmax' }, fields: [NAME] },
    { name: 'a safe one with a slash', sysctl: { name: 'kernel/shm_rmid_forced' }, fields: [NAME] },
    { name: 'no name', sysctl: { value: '1' }, fields: [NAME] },
    { name: 'null', sysctl: null, fields: [NAME] },
    { name: 'a placeholder', sysctl: { name: '${SYSCTL}' }, fields: [`${NAME} ?`] },
    { name: 'a text', sysctl: 'a=1', fields: ['spec.securityContext.sysctls[0] ?'] },
  ])('says of $name: $fields', ({ sysctl, fields }) => {
    expect(blamed(sysctls, 37, podOwnContext({ sysctls: [sysctl] }))).toEqual(fields)
  })

  it('knows them at the pod only', () => {
    const pod = { spec: { containers: [{ securityContext: { sysctls: [{ name: 'a' }] } }] } }
    expect(blamed(sysctls, 37, pod)).toEqual([])
  })
})
