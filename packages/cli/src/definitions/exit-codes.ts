/** What each exit code says, for the help of those commands that judge a run. */
export const EXIT_CODES = `Exit codes:
  0   no error, and no more warnings than --max-warnings
  1   findings; never their count
  2   wrong usage or configuration, or an output that cannot be written
  3   a path that is not there or cannot be read
  4   nothing to check: no declaration was found
  70  a fault of lineagraph itself`
