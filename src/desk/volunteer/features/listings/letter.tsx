import { providerLetter } from '../../../../core/provider-letter.ts';
import type { Listing } from '../../../../core/schema.ts';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Digits, ForeignText } from '../../../../ui/foreign-text.tsx';
import { useToday } from '../../../shared/use-today.ts';
import { shippedOf, WordsIn } from '../../../shared/words-in.tsx';
import { FieldValue } from '../../fields/field-value.tsx';
import { useFieldWords } from '../../fields/use-field-words.ts';

interface LetterProps {
  readonly listing: Listing;
  /** Where it is sent back to; empty: a line to write on by hand. */
  readonly answerTo: string;
}

/** Only on paper, and in the language of whoever runs the service where there are words in it (V15). */
export function Letter(props: LetterProps) {
  const { text_language: written } = props.listing;
  const language = shippedOf([written, written.split('-')[0] ?? '']);
  if (!language) return <Sheet {...props} />;
  return (
    <WordsIn language={language}>
      <Sheet {...props} />
    </WordsIn>
  );
}

/** Each fact with two boxes to tick and room to write, and where the sheet goes then. */
function Sheet({ listing, answerTo }: LetterProps) {
  const { t } = useTranslation('vol-listings');
  const { day } = useDates();
  const say = useFieldWords();
  const letter = providerLetter(listing, useToday());
  return (
    <div className="letter">
      <h1>
        <ForeignText language={letter.language}>{letter.name}</ForeignText>
      </h1>
      <p>{t('provider.letterWords')}</p>
      <p>
        <strong>{t('provider.letterBack', { date: day(letter.answerBy) })}</strong>{' '}
        {answerTo.trim() === '' ? <span className="letter-line" /> : <bdi>{answerTo}</bdi>}
      </p>
      <table className="table">
        <tbody>
          {letter.facts.map(({ field, value }) => (
            <tr key={field}>
              <th scope="row">{say.label(field)}</th>
              <td>
                <FieldValue field={field} value={value} language={letter.language} />
              </td>
              <td>☐ {t('provider.right')}</td>
              <td className="letter-changed">☐ {t('provider.changed')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">
        {t('provider.letterNumber')} <Digits>{letter.listingId}</Digits>
      </p>
    </div>
  );
}
