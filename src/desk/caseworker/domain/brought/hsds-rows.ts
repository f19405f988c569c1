import { type BroughtRow, LONGEST_CELL } from './brought-row.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The services of an HSDS 3 file: a page of them, a list, or one. Null where it is something else. Only id, name and numbers
 * are read, and no address in it is followed (CT-9).
 */
export function hsdsRows(
  value: unknown,
  mostRows: number,
): { rows: BroughtRow[]; isTooLong: boolean } | null {
  const services = servicesIn(value);
  if (!services) return null;
  return {
    rows: services.slice(0, mostRows).map((one, place) => rowOf(one, place + 1)),
    isTooLong: services.length > mostRows,
  };
}

function servicesIn(value: unknown): readonly Fields[] | null {
  const all = Array.isArray(value) ? value : listIn(value);
  const services = all?.filter(isFields).filter(({ name }) => typeof name === 'string');
  return services && services.length > 0 ? services : null;
}

function listIn(value: unknown): readonly unknown[] | null {
  if (!isFields(value)) return null;
  const { contents, services } = value;
  if (Array.isArray(contents)) return contents;
  return Array.isArray(services) ? services : [value];
}

function rowOf(service: Fields, at: number): BroughtRow {
  const phones = Array.isArray(service.phones) ? service.phones.filter(isFields) : [];
  return {
    at,
    id: textOf(service.id),
    name: textOf(service.name),
    phones: phones
      .map(({ number }) => textOf(number))
      .join('; ')
      .slice(0, LONGEST_CELL),
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, LONGEST_CELL) : '';
}
