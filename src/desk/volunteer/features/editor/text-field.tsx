import { PlainField, type PlainFieldProps } from '../../fields/plain-field.tsx';
import { FieldFindings } from './field-findings.tsx';

/** Words of a listing, with what is wrong with them right below. */
export function TextField(props: PlainFieldProps) {
  return <PlainField {...props}>{props.field && <FieldFindings field={props.field} />}</PlainField>;
}
