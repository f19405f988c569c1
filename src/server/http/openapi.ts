import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { REFUSAL_CODES } from '../../core/desk-api.ts';
import { ListingSchema } from '../../core/schema.ts';
import { KeptEditAnswer } from '../edits/edit-bodies.ts';
import { statusOf } from './refusal.ts';
import { type Route, route } from './route.ts';

// The description for other programs (OpenAPI 3.1), made from the same list that answers.

type Described = Readonly<Record<string, unknown>>;

export function describeRoutes(routes: readonly Route[]): Described {
  const paths: Record<string, Record<string, Described>> = {};
  for (const one of routes) {
    const path = one.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: operation(one) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: "The volunteers' desk",
      version: '1',
      description:
        'What the desk and its server say to each other. Changes need the header Origin of the desk itself, Sec-Fetch-Site: same-origin, and JSON. A body has at most 1 MB, is at most ten deep, and no list in it is longer than 500.',
    },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-session' },
      },
      schemas: { Refusal: REFUSAL, ...toJsonSchemaDefs(SHARED, IN_JSON_SCHEMA) },
    },
  };
}

const REFUSAL: Described = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code'],
      properties: {
        code: { enum: [...REFUSAL_CODES] },
        detail: { type: 'string' },
        fields: {
          type: 'array',
          items: {
            type: 'object',
            required: ['field', 'reason'],
            properties: {
              field: { type: 'string' },
              reason: { type: 'string' },
              remedy: { type: 'string', description: 'What to do next, in English' },
            },
          },
        },
        current: { type: 'object' },
      },
    },
  },
};

function operation(one: Route): Described {
  const { summary, who, body, answer, method } = one;
  return {
    summary,
    description: wordsFor(who),
    ...(who === 'anyone' ? {} : { security: [{ session: [] }] }),
    parameters: [...pathParameters(one), ...queryParameters(one)],
    ...(method === 'GET' ? {} : { requestBody: { content: json(body ? schemaOf(body) : EMPTY) } }),
    responses: {
      '2XX': { description: 'Done', content: json(schemaOf(answer)) },
      default: {
        description: `Refused: ${[...new Set(REFUSAL_CODES.map(statusOf))].sort().join(', ')}`,
        content: json({ $ref: '#/components/schemas/Refusal' }),
      },
    },
  };
}

const EMPTY = { type: 'object', additionalProperties: false };

function wordsFor(who: Route['who']): string {
  if (who === 'anyone') return 'For anyone';
  return who.length === 0 ? 'For whoever is signed in' : `For: ${who.join(', ')}`;
}

function pathParameters({ path }: Route): Described[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', ...(name === 'id' ? { format: 'uuid' } : {}) },
  }));
}

function queryParameters({ query }: Route): Described[] {
  if (!query) return [];
  const { properties = {}, required = [] } = schemaOf(query) as {
    properties?: Record<string, Described>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function json(schema: Described): Described {
  return { 'application/json': { schema } };
}

/** Of what is sent, before it is trimmed or turned into something else; a check that has no words in JSON Schema is left out. */
function schemaOf(schema: v.GenericSchema): Described {
  const { $schema: _, $defs: __, ...rest } = toJsonSchema(schema, { ...IN_JSON_SCHEMA, definitions: SHARED });
  return rest;
}

/** What many answers have in them, described once. */
const SHARED = { Listing: ListingSchema, KeptEdit: KeptEditAnswer };
const IN_JSON_SCHEMA = {
  target: 'draft-2020-12',
  typeMode: 'input',
  errorMode: 'ignore',
  overrideRef: ({ referenceId }: { readonly referenceId: string }) => `#/components/schemas/${referenceId}`,
} as const;

/** Asks for the routes late: it is one of them. */
export function openApiRoute(routes: () => readonly Route[]): Route {
  return route({
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This description',
    who: 'anyone',
    limit: 'read',
    isEarly: true,
    answer: v.record(v.string(), v.unknown()),
    run: async () => ({ status: 200, answer: describeRoutes(routes()) }),
  });
}
