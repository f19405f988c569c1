import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeRoutes } from '../../src/server/http/openapi.ts';
import { ROUTES } from '../../src/server/routes.ts';
import { DATABASES, openDesk, type TestDesk } from './harness.ts';

const FILE = 'docs/openapi.json';
const described = describeRoutes(ROUTES);

/** `UPDATE=1 npx vitest run tests/server/openapi.test.ts` writes it. */
test('the description in docs is the one of the code', () => {
  const text = `${JSON.stringify(described, null, 1)}\n`;
  if (process.env.UPDATE === '1') writeFileSync(FILE, text);
  expect(readFileSync(FILE, 'utf8')).toBe(text);
});

test('every way in is described, with what is sent, what is answered, and who may', () => {
  const paths = described.paths as Record<string, Record<string, { description: string; responses: object }>>;
  const names = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(names.sort()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
  expect(paths['/api/log']?.get?.description).toBe('For: auditor, coordinator');
});

test('every schema in it is one', () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const schemas = schemasIn(described);
  expect(schemas.length).toBeGreaterThan(ROUTES.length);
  for (const schema of schemas)
    expect(() => ajv.compile({ ...schema, components: described.components })).not.toThrow();
});

let desk: TestDesk;
beforeAll(async () => {
  const [embedded] = DATABASES;
  if (!embedded) throw new Error('tests: there is no database');
  desk = await openDesk(embedded, { isNew: true });
});
afterAll(() => desk.close());

test('the server answers with it, to anyone, also before the desk is open', async () => {
  const { status, body } = await desk.client().get('/api/openapi.json');
  expect([status, body]).toEqual([200, JSON.parse(JSON.stringify(described))]);
});

function schemasIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const isSchema = name === 'schema' && typeof inner === 'object' && inner !== null;
    return isSchema ? [inner as object] : schemasIn(inner);
  });
}
