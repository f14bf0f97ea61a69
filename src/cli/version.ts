/** The version of this build. */
export const VERSION = typeof PORTOLAN_VERSION === 'string' ? PORTOLAN_VERSION : '0.0.0-source'
