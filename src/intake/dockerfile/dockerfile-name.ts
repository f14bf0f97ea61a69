const NAME = /^(?:.+\.)?(?:dockerfile|containerfile)$|^(?:dockerfile|containerfile)[.-].+$/i
// What stands beside Dockerfiles under like names, and templates of them.
const OTHERS =
  /\.(?:dockerignore|containerignore|md|txt|j2|jinja2?|tpl|tmpl|template|in|erb|py|go|js|ts|sh|json|ya?ml)$/i

/** Whether a file of this name tells how an image is built: Dockerfile, Containerfile, api.Dockerfile, Dockerfile.test. */
export function isDockerfileName(name: string): boolean {
  return NAME.test(name) && !OTHERS.test(name)
}
