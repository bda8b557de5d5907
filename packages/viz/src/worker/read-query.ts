export { tablesFromQuery } from '@lineagraph/core'
