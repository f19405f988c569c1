import type { Plugin } from 'vite';
import type { AppInputs } from './app-inputs.ts';
import { appSite } from './app-site.ts';
import { fillDeskPage, isOfBothSides } from './desk-page.ts';

export function isOfVolunteers(namespace: string): boolean {
  return namespace.startsWith('vol-') || namespace === 'map' || isOfBothSides(namespace);
}

/** The volunteers' side of the desk, served by their server's origin (settled 35): listings come from there, not as packs. */
export function volunteerSite(inputs: AppInputs, out: string): Plugin {
  return appSite({
    inputs,
    out,
    page: 'desk.html',
    plainScripts: ['src/ui/exit/leave.ts'],
    hasLists: false,
    fillPage: (html) => fillDeskPage(html, 'volunteer', inputs.deployment),
  });
}
