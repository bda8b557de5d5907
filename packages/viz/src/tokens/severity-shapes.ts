/** A severity has a shape beside its colour. Each in a box of 14 × 14: the ground, filled, and the sign on it, stroked 1.6 wide. */
export const SEVERITY_SHAPES = {
  error: {
    ground: 'M4.4.6h5.2l3.8 3.8v5.2l-3.8 3.8H4.4L.6 9.6V4.4z',
    sign: 'M4.9 4.9l4.2 4.2M9.1 4.9L4.9 9.1',
  },
  warning: {
    ground:
      'M7 .9c.5 0 .9.3 1.1.7l5.3 9.7c.5.9-.1 1.9-1.1 1.9H1.7c-1 0-1.6-1-1.1-1.9L5.9 1.6C6.1 1.2 6.5.9 7 .9z',
    sign: 'M7 5v3.3M7 10.6v.1',
  },
  info: { ground: 'M.8 7a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0 -12.4 0', sign: 'M7 6.6v3.2M7 4.2v.1' },
} as const

export type SeverityName = keyof typeof SEVERITY_SHAPES
