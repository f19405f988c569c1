import { basename } from 'node:path';
import type { HostedApp } from './hosted-app.ts';

// An app in a container: nginx with the built files and nothing else. Its context is dist, which holds no key and no
// source; whoever runs it may put any image with nginx in the place of the one that is named.

/** For `podman build` or `docker build` with `dist` as the context. */
export function containerfile({ name, hosts }: HostedApp): string {
  const folder = basename(hosts);
  return `# Made by "npm run build": see "A container" in docs/DEPLOYING.md.
ARG IMAGE=nginx:stable
FROM \${IMAGE}
COPY ${folder}/container/nginx.conf /etc/nginx/nginx.conf
COPY ${folder}/nginx.conf /srv/hosts/nginx.conf
COPY ${name} /srv/${name}
USER nginx
EXPOSE 8080
# Not the entry point of the image: that one says what it does, and writes into the configuration.
ENTRYPOINT ["nginx", "-e", "/dev/null"]
`;
}

/** All that is not said by the file for any nginx, which it includes. It writes to /tmp alone. */
export function containerNginx({ name }: HostedApp): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `# Made by "npm run build": see "A container" in docs/DEPLOYING.md.
daemon off;
worker_processes auto;
pid /tmp/nginx.pid;
error_log /dev/null emerg;
events {}
http {
${temporary.map((one) => `  ${one}_temp_path /tmp/${one};`).join('\n')}
  server {
    listen 8080;
    root /srv/${name};
    include /srv/hosts/nginx.conf;
  }
}
`;
}
