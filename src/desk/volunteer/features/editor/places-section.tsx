import { VISIBILITIES } from '../../../../core/codes.ts';
import type { Location } from '../../../../core/schema.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Check } from '../../../shared/check-group.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { useEditor } from './editor-context.tsx';
import { FieldFindings } from './field-findings.tsx';
import { NEW_LOCATION, withAddress, withVisibility } from './location-change.ts';
import { RowButtons } from './row-buttons.tsx';
import { TextField } from './text-field.tsx';

/** Where they are, as far as anybody may know it: a street only where its people agreed, and said so to somebody. */
export function PlacesSection() {
  const { t } = useTranslation('vol-editor');
  const { listing, set } = useEditor();
  const { locations } = listing;
  const change = (at: number, next: Location) =>
    set({ locations: locations.map((one, index) => (index === at ? next : one)) });
  return (
    <>
      {locations.map((location, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places have no names of their own
        <fieldset key={at} className="row-set">
          <legend className="visually-hidden">{t('rows.place', { number: at + 1 })}</legend>
          <div className="row-line">
            <Choice
              label={t('places.visibility')}
              value={location.visibility}
              options={VISIBILITIES.map((id) => ({ id, label: t(`places.${id}`) }))}
              onChange={(visibility) => change(at, withVisibility(location, visibility))}
            />
            <RowButtons
              name={t('rows.place', { number: at + 1 })}
              onRemove={() => set({ locations: locations.filter((_, index) => index !== at) })}
            />
          </div>
          <PlaceFields location={location} onChange={(next) => change(at, next)} />
        </fieldset>
      ))}
      <FieldFindings field="locations" />
      <button
        type="button"
        className="button-quiet"
        onClick={() => set({ locations: [...locations, NEW_LOCATION] })}
      >
        {t('places.add')}
      </button>
      <TextField
        field="service_areas"
        label={t('places.serves')}
        hint={t('places.servesHint')}
        value={listing.service_areas.join(', ')}
        language={listing.text_language}
        onChange={(words) => set({ service_areas: words === '' ? [] : words.split(/,\s?/) })}
      />
    </>
  );
}

interface PlaceFieldsProps {
  readonly location: Location;
  readonly onChange: (location: Location) => void;
}

function PlaceFields({ location, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation('vol-editor');
  if (location.visibility === 'none') return <p className="note">{t('places.noneHint')}</p>;
  if (location.visibility === 'area-only')
    return (
      <TextField
        label={t('places.area')}
        hint={t('places.areaHint')}
        value={location.area_name}
        onChange={(area) => onChange({ ...location, area_name: area })}
      />
    );
  return <PublicPlaceFields location={location} onChange={onChange} />;
}

interface PublicPlaceFieldsProps {
  readonly location: Extract<Location, { visibility: 'public' }>;
  readonly onChange: (location: Location) => void;
}

function PublicPlaceFields({ location, onChange }: PublicPlaceFieldsProps) {
  const { t } = useTranslation('vol-editor');
  const { listing } = useEditor();
  const { address } = location;
  const write = (change: Parameters<typeof withAddress>[1]) =>
    onChange(withAddress(location, change, listing.country));
  return (
    <>
      <Check
        label={t('places.consent')}
        isSelected={location.publish_consent}
        onChange={(isOn) => onChange({ ...location, publish_consent: isOn as true })}
      />
      <TextField
        label={t('places.evidence')}
        hint={t('places.evidenceHint')}
        value={location.consent_evidence}
        onChange={(words) => onChange({ ...location, consent_evidence: words })}
      />
      <TextField
        label={t('places.name')}
        value={location.name ?? ''}
        onChange={(name) => onChange({ ...location, name: name || undefined })}
      />
      <TextField
        label={t('places.street')}
        value={address?.address_1 ?? ''}
        onChange={(street) => write({ address_1: street })}
      />
      <div className="row-line">
        <TextField
          label={t('places.town')}
          value={address?.city ?? ''}
          onChange={(city) => write({ city })}
        />
        <TextField
          label={t('places.postcode')}
          value={address?.postal_code ?? ''}
          onChange={(code) => write({ postal_code: code })}
        />
      </div>
    </>
  );
}
