import { openApiDocument } from '#server/http/openapi.ts';
import { defineCommand } from './command.ts';

/** `tandem openapi`: the document of the whole API, on standard output. Needs no database. */
export const openapiCommand = defineCommand({
  usage: '',
  help: ['Prints the OpenAPI 3.1 document of every route.'],
  options: {},
  async run(_args, io) {
    io.json(await openApiDocument());
    return 0;
  },
});
