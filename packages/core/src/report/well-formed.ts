/** A text that every reader of UTF-8 and of strict JSON takes: half a surrogate pair becomes U+FFFD. JSON that a run is read from may hold one. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')
