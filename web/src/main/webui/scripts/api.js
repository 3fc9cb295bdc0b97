// Writes the types of what the services say about their API, from the documents in `openapi`, which a test holds to the services.
import { writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const header = '// Made by `npm run api` from what the service says about its API; changes here are lost.\n';

for (const service of ['application', 'feedback', 'insights']) {
  const types = await openapiTS(new URL(`../openapi/${service}.json`, import.meta.url));
  writeFileSync(new URL(`../src/api/${service}.gen.ts`, import.meta.url), header + astToString(types));
}
