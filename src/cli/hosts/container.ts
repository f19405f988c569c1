// The guide in a container: nginx with the built files and nothing else. Its context is dist, which holds no key and no
// source; whoever runs it may put any image with nginx in the place of the one that is named.

/** For `podman build` or `docker build` with `dist` as the context. */
export function containerfile(): string {
  return `# Made by "npm run build": see "A container" in docs/DEPLOYING.md.
ARG IMAGE=nginx:stable
FROM \${IMAGE}
COPY hosts/container/nginx.conf /etc/nginx/nginx.conf
COPY hosts/nginx.conf /srv/hosts/nginx.conf
COPY guide /srv/guide
USER nginx
EXPOSE 8080
# Not the entry point of the image: that one says what it does, and writes into the configuration.
ENTRYPOINT ["nginx", "-e", "/dev/null"]
`;
}

/** All that is not said by the file for any nginx, which it includes. It writes to /tmp alone. */
export function containerNginx(): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `# Made by "npm run build": see "A container" in docs/DEPLOYING.md.
daemon off;
worker_processes auto;
pid /tmp/nginx.pid;
error_log /dev/null emerg;
events {}
http {
${temporary.map((name) => `  ${name}_temp_path /tmp/${name};`).join('\n')}
  server {
    listen 8080;
    root /srv/guide;
    include /srv/hosts/nginx.conf;
  }
}
`;
}
