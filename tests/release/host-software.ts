import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { HOSTED_APPS, type HostedApp } from '../../src/cli/hosts/hosted-app.ts';

/** A web server as it is installed, told to serve a built app with the file that the build made for it. */
export interface HostSoftware {
  readonly name: string;
  readonly commands: readonly string[];
  /** Broken paths that it refuses itself with 400, before any rule of ours; no browser sends them. */
  readonly refuses: readonly string[];
  /** Writes its configuration into a folder of its own; returns the arguments that start it in the foreground. */
  configure(folder: string, port: number, app: HostedApp): string[];
}

export const HOST_SOFTWARE: readonly HostSoftware[] = [
  {
    name: 'nginx',
    refuses: [],
    commands: ['/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'],
    configure(folder, port, { name, hosts }) {
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((one) => `${one}_temp_path ${join(folder, one)};`)
        .join(' ');
      const conf = `pid ${join(folder, 'pid')}; daemon off; worker_processes 1;
events {}
http { ${temporary}
  server { listen 127.0.0.1:${port}; root ${resolve(`dist/${name}`)}; include ${resolve(hosts, 'nginx.conf')}; }
}`;
      writeFileSync(join(folder, 'nginx.conf'), conf);
      return ['-c', join(folder, 'nginx.conf'), '-e', '/dev/null', '-p', folder];
    },
  },
  {
    // No container runs here: the same program with the same files, at other paths.
    name: 'nginx as in the container',
    refuses: [],
    commands: ['/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'],
    configure(folder, port, { name, hosts }) {
      const conf = readFileSync(`${hosts}/container/nginx.conf`, 'utf8')
        .replaceAll('/tmp/', `${folder}/`)
        .replace(`/srv/${name}`, resolve(`dist/${name}`))
        .replace('/srv/hosts', resolve(hosts))
        .replace('listen 8080', `listen 127.0.0.1:${port}`);
      writeFileSync(join(folder, 'nginx.conf'), conf);
      return ['-c', join(folder, 'nginx.conf'), '-e', '/dev/null', '-p', folder];
    },
  },
  {
    name: 'Caddy',
    refuses: ['/%'],
    commands: ['/usr/bin/caddy', '/usr/local/bin/caddy', '/opt/homebrew/bin/caddy'],
    configure(folder, port, { name, hosts }) {
      const conf = `{
  admin off
  auto_https off
  storage file_system ${join(folder, 'storage')}
}
http://localhost:${port} {
  root * ${resolve(`dist/${name}`)}
  import ${resolve(hosts, 'Caddyfile')}
}
`;
      writeFileSync(join(folder, 'Caddyfile'), conf);
      return ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
    },
  },
  {
    name: 'Apache',
    refuses: ['/%', '/../package.json', '/%2e%2e/package.json'],
    commands: ['/usr/sbin/apache2', '/usr/sbin/httpd'],
    configure(folder, port, { name, hosts }) {
      const root = join(folder, 'site');
      cpSync(`dist/${name}`, root, { recursive: true });
      cpSync(`${hosts}/apache`, root, { recursive: true });
      const modules = ['mpm_event', 'authz_core', 'headers', 'rewrite', 'mime', 'dir'];
      const at = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/libexec/apache2'].find(
        (one) => existsSync(one),
      );
      const conf = `${modules.map((one) => `LoadModule ${one}_module ${at}/mod_${one}.so`).join('\n')}
ServerName localhost
ServerRoot ${folder}
PidFile ${join(folder, 'pid')}
DefaultRuntimeDir ${folder}
Listen 127.0.0.1:${port}
ErrorLog /dev/null
TraceEnable off
TypesConfig /dev/null
DocumentRoot ${root}
<Directory ${root}>
  AllowOverride All
  Require all granted
</Directory>
`;
      writeFileSync(join(folder, 'httpd.conf'), conf);
      return ['-D', 'FOREGROUND', '-f', join(folder, 'httpd.conf')];
    },
  },
];

export function installedCommand({ commands }: HostSoftware): string | undefined {
  return commands.find((path) => existsSync(path));
}

export interface RunningHost {
  readonly origin: string;
  readonly folder: string;
  /** What it has said so far, on either stream. */
  output(): string;
  close(): Promise<void>;
}

export async function startHost(
  software: HostSoftware,
  app: HostedApp = HOSTED_APPS.guide,
): Promise<RunningHost> {
  const command = installedCommand(software);
  if (!command) throw new Error(`tests: ${software.name} is not installed`);
  const folder = mkdtempSync(join(tmpdir(), 'host-'));
  const port = await freePort();
  const args = software.configure(folder, port, app);
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { HOME: folder } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString();
    });
  const origin = `http://localhost:${port}`;
  await answers(origin, child, () => said);
  return {
    origin,
    folder,
    output: () => said,
    async close() {
      await stop(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}

async function answers(origin: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) throw new Error(`tests: the host stopped: ${said()}`);
    const isUp = await fetch(`${origin}/robots.txt`).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`tests: the host never answered: ${said()}`);
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
