import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { type ComparedFact, compare, type Service } from '../../domain/compare.ts';
import { Wide } from '../../panels/wide.tsx';
import { CellWords } from './cell-words.tsx';

interface FactsTableProps {
  readonly services: readonly Service[];
  readonly instant: number;
}

/** Facts down, services across; where they differ it says so in words, not by colour alone (C2). */
export function FactsTable({ services, instant }: FactsTableProps) {
  const { t } = useTranslation('desk-match');
  const factName = useFactName();
  const rows = compare(services, instant);
  const isAlone = services.length === 1;
  return (
    <Wide label={t('table.caption', { count: services.length })}>
      <table className="table compare">
        <caption className="visually-hidden">{t('table.caption', { count: services.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.fact')}</th>
            {services.map(({ listing }) => (
              <th key={listing.id} scope="col">
                <ForeignText language={listing.text_language}>{listing.name}</ForeignText>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ fact, cells, differs }) => (
            <tr key={fact} className={differs ? 'differs' : undefined}>
              <th scope="row">
                {factName(fact)}
                {!isAlone && differs && <span className="note">{t('table.differs')}</span>}
              </th>
              {cells.map((cell, at) => (
                <td key={services[at]?.listing.id}>
                  <CellWords cell={cell} instant={instant} language={services[at]?.listing.text_language} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function useFactName(): (fact: ComparedFact) => string {
  const { t } = useTranslation('desk-match');
  return (fact) => t(`table.facts.${fact}`);
}
