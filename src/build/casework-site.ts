import type { Plugin } from 'vite';
import { exitSiteOf } from '../page/exit-site.ts';
import type { AppInputs } from './app-inputs.ts';
import { appSite } from './app-site.ts';

// What both apps say in the same words.
const SHARED = ['common', 'countries', 'find', 'languages', 'needs', 'service', 'urgent'];

export function isOfCasework(namespace: string): boolean {
  return namespace.startsWith('desk-') || SHARED.includes(namespace);
}

/** The caseworkers' side of the desk: a static site of its own (settled 35). */
export function caseworkSite(inputs: AppInputs, out: string): Plugin {
  const { neutral_name, exit_sites } = inputs.deployment;
  return appSite({
    inputs,
    out,
    page: 'desk.html',
    plainScripts: ['src/ui/exit/leave.ts'],
    fillPage: (html) =>
      html.replaceAll('%NAME%', neutral_name).replaceAll('%EXIT%', exitSiteOf(exit_sites, 'en')),
  });
}
