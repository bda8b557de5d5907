const CARD = 'card:'

/** The key of a card with all of its columns, as an end of a line that stands for all between two cards. @param key of the card itself. */
export const cardKey = (key: string): string => CARD + key

export const isCardKey = (key: string): boolean => key.startsWith(CARD)

/** The key of the card that such a key is of; any other key as it is. */
export const withoutCard = (key: string): string => (isCardKey(key) ? key.slice(CARD.length) : key)
