import { useId, useState } from 'react';
import { dayOf } from '../../../../core/dates.ts';
import { useListed } from '../../../../page/listed.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { tamed } from '../../../../ui/foreign-text.tsx';
import { PRIVATE_ATTRIBUTES } from '../../../../ui/private-field/private-attributes.ts';
import { saveFile } from '../../../shared/save-file.ts';
import { useDirectory, useWorkspace } from '../../desk-context.tsx';
import { collectionFile } from '../../domain/collection.ts';
import { riskyWordsIn } from '../../domain/discreet.ts';
import { privateWords } from '../../domain/private-words.ts';

/** The shortlist as a list that colleagues open on their own desks. Its name is for the team; a client has none (C3). */
export function SaveCollection() {
  const { t } = useTranslation('desk-files');
  const { t: sheets } = useTranslation('desk-sheets');
  const listed = useListed();
  const { shortlist } = useWorkspace();
  const { directory } = useDirectory();
  const [name, setName] = useState('');
  const id = useId();
  const countries = [...new Set(directory?.regions.map(({ country }) => country))];
  const isPrivate = privateWords(name, { countries, today: dayOf(Date.now()) }).length > 0;
  const risky = riskyWordsIn(name);
  return (
    <div className="collection">
      <h3>{t('collection.title')}</h3>
      <p>{t('collection.why')}</p>
      <div className="field">
        <label htmlFor={id}>{t('collection.name')}</label>
        <input
          id={id}
          type="text"
          className="input"
          value={name}
          maxLength={80}
          aria-describedby={`${id}-why`}
          onChange={(event) => setName(tamed(event.target.value))}
          {...PRIVATE_ATTRIBUTES}
        />
        <p id={`${id}-why`} className="note">
          {t('collection.nameWhy')}
        </p>
        {isPrivate && <p role="alert">{t('collection.private')}</p>}
        {risky.length > 0 && <p role="alert">{sheets('builder.risky', { words: listed(risky) })}</p>}
      </div>
      <button
        type="button"
        className="button-quiet"
        onClick={() => saveFile(collectionFile({ name, ids: shortlist }))}
      >
        {t('collection.save')}
      </button>
    </div>
  );
}
