/** The version in package.json, put in by the build; not there when the sources run by themselves. */
declare const PORTOLAN_VERSION: string | undefined
