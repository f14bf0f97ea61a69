import { describe, expect, it } from 'vitest'
import { spotOf } from '../../model/place.ts'
import { mayBeUnit, readUnit } from './read-unit.ts'

const KUBELET = `[Unit]
Description=kubelet

[Service]
# ExecStart=/usr/bin/kubelet --anonymous-auth=true
Environment="KUBELET_ARGS=--config=/var/lib/kubelet/config.yaml --read-only-port=0" NODE=one
EnvironmentFile=-/etc/default/kubelet
ExecStart=/usr/bin/kubelet \\
  $KUBELET_ARGS \\
  # why this is off
  --anonymous-auth=false \\
  --node-labels "a=b,c=d e"
Restart=always

[Install]
WantedBy=multi-user.target
`

describe('readUnit', () => {
  it('reads commands and variables as words', () => {
    expect(unit(KUBELET)?.value).toEqual({
      Service: {
        ExecStart: [
          [
            '/usr/bin/kubelet',
            '$KUBELET_ARGS',
            '--anonymous-auth=false',
            '--node-labels',
            'a=b,c=d e',
          ],
        ],
        Environment: {
          KUBELET_ARGS: ['--config=/var/lib/kubelet/config.yaml', '--read-only-port=0'],
          NODE: ['one'],
        },
        EnvironmentFile: ['-/etc/default/kubelet'],
      },
    })
  })

  it('is named after the unit, and an addition after the unit it adds to', () => {
    const text = '[Service]\nExecStart=/usr/bin/kubelet\n'
    expect(unit(text, 'etc/kubelet.service')).toMatchObject({
      apiVersion: 'systemd',
      type: 'Unit',
      name: 'kubelet.service',
      namespace: undefined,
    })
    expect(unit(text, 'etc/kubelet.service.d/10-kubeadm.conf')?.name).toBe('kubelet.service')
    expect(unit(text, 'files/10-kubeadm.conf')?.name).toBe('10-kubeadm.conf')
  })

  it('knows where each word stands', () => {
    const at = (...path: readonly (string | number)[]): string => {
      const resource = unit(KUBELET)
      if (resource === undefined) throw new Error('no unit')
      const { line, column, start, end } = spotOf(resource.at(...path))
      return `${line}:${column} ${KUBELET.slice(start, end)}`
    }
    expect(at('Service', 'ExecStart', 0, 2)).toBe('11:3 --anonymous-auth=false')
    expect(at('Service', 'ExecStart', 0, 4)).toBe('12:17 "a=b,c=d e"')
    expect(at('Service', 'Environment', 'KUBELET_ARGS', 1)).toBe('6:65 --read-only-port=0')
    expect(at('Service', 'Environment', 'NODE')).toBe('6:85 one')
    expect(at('Service', 'EnvironmentFile', 0)).toBe('7:17 -/etc/default/kubelet')
  })

  it('forgets what stands above an assignment of nothing, and says so', () => {
    const text = '[Service]\nExecStart=/bin/a kubelet\nExecStart=\r\nExecStart=/bin/kubelet --x\n'
    expect(unit(text)?.value).toEqual({
      Service: { ExecStart: [['/bin/kubelet', '--x']], resets: ['ExecStart'] },
    })
  })

  it.each([
    { name: 'another section', text: '[Unit]\nExecStart=/usr/bin/kubelet\n' },
    { name: 'nothing that starts or sets', text: '[Service]\nRestart=always\n' },
  ])('has nothing to say of $name', ({ text }) => {
    expect(unit(text)).toBeUndefined()
  })

  it.each(['[Service', '[Service]\nExecStart="kubelet', '[Service]\nExecStart=kubelet \\', '='])(
    'survives %j',
    (text) => {
      expect(() => unit(text)).not.toThrow()
    },
  )
})

it.each([
  { text: KUBELET, may: true },
  { text: '[Service]\nExecStart=/usr/sbin/nginx\n', may: false },
  { text: 'server { kubelet; }\n', may: false },
])('tells that a text may be a unit: $may', ({ text, may }) => {
  expect(mayBeUnit(text)).toBe(may)
})

function unit(text: string, file = 'kubelet.service'): ReturnType<typeof readUnit> {
  return readUnit({ file, text })
}
