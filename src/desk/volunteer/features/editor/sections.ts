import type { ReactNode } from 'react';
import { AskedSection } from './asked-section.tsx';
import { ContactSection } from './contact-section.tsx';
import { CostSection } from './cost-section.tsx';
import { HoursSection } from './hours-section.tsx';
import { LanguagesSection } from './languages-section.tsx';
import { NotesSection } from './notes-section.tsx';
import { NowSection } from './now-section.tsx';
import { PlacesSection } from './places-section.tsx';
import type { SectionName } from './section-order.ts';
import { TranslationsSection } from './translations-section.tsx';
import { WhatSection } from './what-section.tsx';
import { WhoSection } from './who-section.tsx';

export const SECTIONS: Readonly<Record<SectionName, () => ReactNode>> = {
  what: WhatSection,
  contact: ContactSection,
  now: NowSection,
  asked: AskedSection,
  languages: LanguagesSection,
  hours: HoursSection,
  who: WhoSection,
  cost: CostSection,
  places: PlacesSection,
  notes: NotesSection,
  translations: TranslationsSection,
};
