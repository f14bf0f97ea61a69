/** A colour of our pages in each scheme. */
interface Shade {
  readonly light: string
  readonly dark: string
}

/**
 * The colours of every page. Grounds are `page`, `surface` and `sunken`; `line` draws borders; all others are read as
 * text on any of the grounds, at 5.4:1 or more. `palette.test.ts` holds them to that.
 */
export const PALETTE = {
  page: { light: '#FBFAF6', dark: '#0E1A24' },
  surface: { light: '#FFFFFF', dark: '#152532' },
  sunken: { light: '#F1EEE4', dark: '#0A141C' },
  ink: { light: '#14222E', dark: '#E8EEF2' },
  muted: { light: '#4A5A66', dark: '#A9B8C2' },
  link: { light: '#0B5A8A', dark: '#7CC4F0' },
  brass: { light: '#7A5A12', dark: '#E3BE6A' },
  line: { light: '#7C8A94', dark: '#6F8290' },
  urgent: { light: '#9B1C31', dark: '#FF8A99' },
  high: { light: '#A63C00', dark: '#FFA66B' },
  medium: { light: '#7A5600', dark: '#F2C94C' },
  low: { light: '#2C5F7C', dark: '#8CC7E8' },
  clear: { light: '#1F6B3A', dark: '#7FD69A' },
  waived: { light: '#5B4B9A', dark: '#C3B5F5' },
  unseen: { light: '#5A5A5A', dark: '#BDBDBD' },
} as const satisfies Readonly<Record<string, Shade>>
