/**
 * What a colour looks like that covers so much of a ground. Lines that are faint are drawn so, whole: as layers one can see through they are
 * rounded to whole steps, of each channel by itself, and where thousands lie on one another a grey turns green.
 */
export function mixed(colour: string, ground: string, share: number): string {
  const channel = (i: number): string =>
    Math.round(channelOf(colour, i) * share + channelOf(ground, i) * (1 - share))
      .toString(16)
      .padStart(2, '0')
  return `#${channel(0)}${channel(1)}${channel(2)}`
}

/** The build writes #ffffff as #fff. */
const channelOf = (colour: string, i: number): number =>
  Number.parseInt(
    colour.length === 4 ? colour.slice(i + 1, i + 2).repeat(2) : colour.slice(2 * i + 1, 2 * i + 3),
    16,
  )
