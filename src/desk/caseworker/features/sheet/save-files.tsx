import { useId } from 'react';
import type { IsoDate } from '../../../../core/dates.ts';
import type { ShownListing } from '../../../../core/shown-listing.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { saveFile } from '../../../shared/save-file.ts';
import { EXPORT_FORMATS, exportShortlist } from '../../domain/export-shortlist.ts';
import type { Sheet } from '../../domain/sheet.ts';
import { SaveCollection } from './save-collection.tsx';

// A table, a map and HSDS name the services whatever the sheet does.
const CAN_BE_DISCREET: readonly string[] = ['text', 'vcard'];

interface SaveFilesProps {
  readonly listings: readonly ShownListing[];
  readonly sheet: Sheet;
  readonly today: IsoDate;
}

/** The shortlist for other programs, each with what it holds and where that stays (C12). */
export function SaveFiles({ listings, sheet, today }: SaveFilesProps) {
  const { t } = useTranslation('desk-files');
  const titleId = useId();
  return (
    <section className="files" aria-labelledby={titleId}>
      <h2 id={titleId}>{t('save.title')}</h2>
      <p className="notice notice-quiet">{t('save.trace')}</p>
      <dl className="formats">
        {EXPORT_FORMATS.map((format) => (
          <div key={format}>
            <dt>
              <button
                type="button"
                className="button-quiet"
                onClick={() => saveFile(exportShortlist(format, { listings, sheet, today }))}
              >
                {t(`save.format.${format}`)}
              </button>
            </dt>
            <dd>
              {t(`save.holds.${format}`)} {sheet.isDiscreet && t(discretion(format))}
            </dd>
          </div>
        ))}
      </dl>
      <SaveCollection />
    </section>
  );
}

function discretion(format: string) {
  return CAN_BE_DISCREET.includes(format) ? 'save.discreet' : 'save.named';
}
