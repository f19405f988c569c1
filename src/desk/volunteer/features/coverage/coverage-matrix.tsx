import { useTranslation } from '../../../../page/translation.tsx';
import { useNames } from '../../../shared/names.ts';
import { type Matrix, shadeOf } from './coverage-table.ts';

/** Each cell says its numbers; the blue only helps the eye. */
export function CoverageMatrix({ matrix }: { readonly matrix: Matrix }) {
  const { t } = useTranslation('vol-coverage');
  const names = useNames();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="wide" tabIndex={0} aria-labelledby="matrix-title">
      <table className="table matrix">
        <caption id="matrix-title">{t('matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('need')}</th>
            {matrix.languages.map((language) => (
              <th key={language} scope="col">
                {names.language(language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.needs.map((need) => (
            <tr key={need}>
              <th scope="row">{names.need(need)}</th>
              {matrix.languages.map((language) => {
                const cell = matrix.cellOf(need, language);
                return (
                  <td key={language} className={`matrix-cell shade-${shadeOf(cell)}`}>
                    {cell.all === 0 ? (
                      <>
                        <span aria-hidden>–</span>
                        <span className="visually-hidden">{t('nobody')}</span>
                      </>
                    ) : (
                      t('cell', { ...cell })
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
