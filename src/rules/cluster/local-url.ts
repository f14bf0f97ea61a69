const LOCAL = /^https?:\/\/(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(?:[:/]|$)/

/** Whether what listens at this address can be reached from its own machine only. */
export function isLocalUrl(url: string): boolean {
  return url.startsWith('unix:') || LOCAL.test(url)
}

/** Whether who uses this address speaks in clear over a network. */
export function isClearUrl(url: string): boolean {
  return url.startsWith('http:') && !isLocalUrl(url)
}
