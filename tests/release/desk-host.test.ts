import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examineHost } from '../../src/cli/doctor/examine.ts';
import { HOSTED_APPS } from '../../src/cli/hosts/hosted-app.ts';
import { sha256 } from '../../src/cli/node-platform.ts';
import { HOST_SOFTWARE, installedCommand, type RunningHost, startHost } from './host-software.ts';

const app = HOSTED_APPS.casework;
const folder = `dist/${app.name}`;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => statSync(join(folder, name)).isFile() && !/\.(br|gz)$/.test(name))
  .map((name) => ({ path: `/${name}`, sha256: sha256(readFileSync(join(folder, name))) }));

describe.each(HOST_SOFTWARE.filter((software) => installedCommand(software)))(
  'the file made for $name and the desk',
  (software) => {
    let host: RunningHost;
    beforeAll(async () => {
      host = await startHost(software, app);
    });
    afterAll(() => host?.close());

    it(`NW-3 ${software.name} sends every file of the desk with its headers, and has nothing at /api/`, async () => {
      expect(await examineHost(host.origin, { app, files }, () => undefined)).toEqual([]);
    });
  },
);
