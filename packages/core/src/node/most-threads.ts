/** As many threads as read a run at most, whatever is asked for. */
export const MOST_THREADS = 16
