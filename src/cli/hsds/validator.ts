import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { jsonFilesIn } from '../profile/generate.ts';

// The package is CommonJS: its function is under `default` too, whoever loads it.
const { default: addFormats } = ajvFormats;

/** What is wrong with an object of that name (`service`, `organization` ...); empty where it is valid. */
export type HsdsCheck = (schema: string, object: unknown) => readonly HsdsFault[];

export interface HsdsFault {
  /** JSON Pointer, as in `/phones/0/number`. */
  readonly path: string;
  readonly reason: string;
}

/** Checks against a folder of modular schemas, whose `$ref`s name each other's files. */
export function hsdsValidator(folder: string): HsdsCheck {
  // HSDS schemas hold words of their own, and one `type` that no metaschema knows.
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true });
  addFormats(ajv);
  for (const name of jsonFilesIn(folder).filter((file) => file !== 'openapi.json'))
    ajv.addSchema(JSON.parse(readFileSync(join(folder, name), 'utf8')), name);
  return (schema, object) => {
    const validate = ajv.getSchema(`${schema}.json`);
    if (!validate) throw new Error(`hsds: ${folder} has no schema ${schema}`);
    return validate(object) ? [] : (validate.errors ?? []).map(faultOf);
  };
}

function faultOf({ instancePath, message, params }: ErrorObject): HsdsFault {
  return { path: instancePath, reason: `${message ?? 'is not valid'} ${JSON.stringify(params)}` };
}
