/** Whether standard output is shown in colours: they are for a terminal, and for nobody who asked for none (https://no-color.org). */
export const takesColor = (): boolean => (process.stdout.isTTY ?? false) && !process.env['NO_COLOR']
