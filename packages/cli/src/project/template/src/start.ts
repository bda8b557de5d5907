import { API, Integration } from './integration.ts'
import { sample } from './sample.ts'

// For your own API: credentials: fromEnv({ token: 'API_TOKEN' }), with fromEnv from '@lineagraph/sdk', and no transport.
const integration = new Integration({
  credentials: { token: 'sample' },
  endpoints: [API],
  transport: sample,
})
await integration.start()
