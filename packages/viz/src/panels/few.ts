/** How many rows a list of the details shows before somebody asks for all. */
export const FEW = 8
