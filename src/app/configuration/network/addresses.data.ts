/** Addresses that networks give out among themselves. Sources: RFC 1918, RFC 6598, RFC 3927. */
export const PRIVATE_BLOCKS = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] as const

/** What no host of the internet has: private and shared addresses, and those of a link, where metadata answers. */
export const NEAR_BLOCKS = [...PRIVATE_BLOCKS, '100.64.0.0/10', '169.254.0.0/16'] as const

/** Every address, of the family that nearly all clusters use. */
export const EVERYWHERE = '0.0.0.0/0'
