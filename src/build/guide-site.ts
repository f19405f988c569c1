import type { Plugin } from 'vite';
import { writeHostFiles } from '../cli/hosts/host-files.ts';
import { HOSTED_APPS } from '../cli/hosts/hosted-app.ts';
import { staticFirstScreens } from '../guide/static-first-screen.tsx';
import { exitSiteOf } from '../page/exit-site.ts';
import type { AppInputs } from './app-inputs.ts';
import { appSite } from './app-site.ts';

/** The guide never carries a word of the staff's app (SV-1). */
export function isOfGuide(namespace: string): boolean {
  return !/^(desk|vol)-/.test(namespace);
}

/** The guide's site: its first screen is there before and without script. */
export function guideSite(inputs: AppInputs, out: string): Plugin {
  return appSite({
    inputs,
    out,
    page: 'index.html',
    // First boot, then exit, both before everything else.
    plainScripts: ['src/ui/boot/choose-language.ts', 'src/ui/exit/leave.ts'],
    hasLists: true,
    fillPage: (html) => withFirstScreen(html, inputs),
    afterwards: (files) => writeHostFiles(HOSTED_APPS.guide, files),
  });
}

async function withFirstScreen(
  html: string,
  { deployment, words, signed, drafts }: AppInputs,
): Promise<string> {
  const first = await staticFirstScreens({
    name: deployment.neutral_name,
    words,
    exitSites: deployment.exit_sites,
    countries: signed.countries,
    keeps: deployment.keep === 'auto',
    drafts,
  });
  return html
    .replace('%KEEP%', deployment.keep)
    .replace('%UPDATES%', deployment.updates)
    .replace('%LANGUAGES%', deployment.languages.join(' '))
    .replace('%NAME%', deployment.neutral_name)
    .replace('%EXIT%', exitSiteOf(deployment.exit_sites, 'en'))
    .replace('<!--first-screen-->', () => first);
}
