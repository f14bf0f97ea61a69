import { describe, expect, it } from 'vitest'
import { classOf, cleanPath } from './host-path.ts'

describe('cleanPath', () => {
  it.each([
    { path: '/var//run/./docker.sock', is: '/var/run/docker.sock' },
    { path: '/etc/../', is: '/' },
    { path: '/../..', is: '/' },
    { path: '', is: '/' },
    { path: 'C:\\var\\lib', is: 'C:/var/lib' },
    { path: '\\\\.\\pipe\\docker_engine', is: '//./pipe/docker_engine' },
  ])('makes $is of $path', ({ path, is }) => {
    expect(cleanPath(path)).toBe(is)
  })
})

describe('classOf', () => {
  it.each([
    { path: '/', is: 'root' },
    { path: 'C:\\', is: 'root' },
    { path: '/var/run/docker.sock', is: 'runtime-socket' },
    { path: '/run', is: 'runtime-socket' },
    { path: '/var', is: 'runtime-socket' },
    { path: '\\\\.\\pipe\\docker_engine', is: 'runtime-socket' },
    { path: '/etc/kubernetes/pki/ca.key', is: 'etcd' },
    { path: '/etc/kubernetes/manifests', is: 'kubelet' },
    { path: '/etc/kubernetes/azure.json', is: 'cloud-credentials' },
    { path: '/var/lib/kubelet/plugins/driver.sock', is: 'registration' },
    { path: '/var/lib/docker/containers', is: 'logs' },
    { path: '/var/lib/docker', is: 'kubelet' },
    { path: '/dev/kvm', is: 'device' },
    { path: '/sys/fs/cgroup', is: 'kernel' },
    { path: '/var/logs', is: 'other' },
    { path: '/srv/dev', is: 'other' },
  ])('takes $path for $is', ({ path, is }) => {
    expect(classOf(path)).toBe(is)
  })

  it('knows a device by its type, wherever it is', () => {
    expect(classOf('/srv/tape', 'CharDevice')).toBe('device')
    expect(classOf('/srv/file', 'File')).toBe('other')
  })
})
