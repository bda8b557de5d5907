/** The form in which two names are the same but for their case and their Unicode form. */
export const fold = (text: string): string => text.normalize('NFC').toLowerCase()
