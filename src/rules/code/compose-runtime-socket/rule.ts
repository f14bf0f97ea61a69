import { defineRule } from '../../rule.ts'
import { mountsOf } from '../compose-service.ts'
import { toldOnce } from '../told-once.ts'

export const composeRuntimeSocket = defineRule({
  id: 'compose-runtime-socket',
  title: 'Mount no socket of the container runtime',
  topic: 'image-content',
  severity: 'high',
  references: [
    {
      title: 'Docker: Protect the Docker daemon socket',
      url: 'https://docs.docker.com/engine/security/protect-access/',
    },
    {
      title: 'OWASP Docker Security Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
    },
  ],

  subject: ['ComposeService'],
  check: toldOnce((service) => {
    return mountsOf(service)
      .filter(({ source }) => SOCKET.test(source))
      .map(({ place }) => ({
        place,
        message: `Service "${service.name}" gets the socket of the container runtime: it can start any container, as root of the machine.`,
        sure: true,
      }))
  }),
})

// What stands before it may be a variable, `${DOCKER_SOCKET:-/var/run/docker.sock}` among them.
const SOCKET = /(?:^|\/)(?:docker|containerd|podman|crio|cri-dockerd)\.sock\}?$/
