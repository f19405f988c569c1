import type { Plugin } from 'vite';
import { writeHostFiles } from '../cli/hosts/host-files.ts';
import { HOSTED_APPS } from '../cli/hosts/hosted-app.ts';
import type { AppInputs } from './app-inputs.ts';
import { appSite } from './app-site.ts';
import { fillDeskPage, isOfBothSides } from './desk-page.ts';

export function isOfCasework(namespace: string): boolean {
  return namespace.startsWith('desk-') || isOfBothSides(namespace);
}

/** The caseworkers' side of the desk: a static site of its own (settled 35). */
export function caseworkSite(inputs: AppInputs, out: string): Plugin {
  return appSite({
    inputs,
    out,
    page: 'desk.html',
    plainScripts: ['src/ui/exit/leave.ts'],
    hasLists: true,
    fillPage: (html) => fillDeskPage(html, 'caseworker', inputs.deployment),
    afterwards: (files) => writeHostFiles(HOSTED_APPS.casework, files),
  });
}
