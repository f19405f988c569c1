import type { Directory } from '../../../store/messages.ts';
import { ANYWHERE, type Place } from '../../session.ts';

/** After a fresh start the place is that of the only list on this phone (settled 24); with none or several, nothing is guessed. */
export function defaultPlace(directory: Directory): Place | null {
  const here = directory.regions.filter(({ kind, installed }) => kind !== 'world' && installed);
  const [only] = here;
  return only && here.length === 1 ? { ...ANYWHERE, region: only.id, country: only.country } : null;
}
