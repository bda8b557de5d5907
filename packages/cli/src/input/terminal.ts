/** Whether a stream is a terminal on which a line can be drawn again: that of a person, not of a log that keeps what it is sent. */
export const isLiveTerminal = ({ isTTY }: { readonly isTTY?: boolean }): boolean =>
  (isTTY ?? false) && process.env['TERM'] !== 'dumb' && !process.env['CI']
