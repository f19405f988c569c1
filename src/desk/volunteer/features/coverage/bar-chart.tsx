import { useId } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';

interface BarChartProps {
  readonly title: string;
  readonly bars: readonly { readonly label: string; readonly count: number }[];
}

const WIDTH = 100;
const HEIGHT = 12;

/** Bars beside their words and numbers, in one table: whoever does not see the bars misses nothing. */
export function BarChart({ title, bars }: BarChartProps) {
  const { t } = useTranslation('vol-coverage');
  const id = useId();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <table className="table chart" aria-labelledby={id}>
      <caption>
        <h2 id={id}>{title}</h2>
      </caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t('services')}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, count }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <span className="chart-line">
                <svg
                  className="chart-bar"
                  viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  <rect width={(WIDTH * count) / most} height={HEIGHT} />
                </svg>
                <span className="number">{count}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
