import i18next from 'i18next';
import { useMemo } from 'react';
import { FEATURES, GROUPS, IMMIGRATION_STATUSES, NEEDS, SITUATIONS } from '../../../../core/taxonomy.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { BARRIERS } from '../../../../search/query.ts';
import { Check, CheckGroup } from '../../../shared/check-group.tsx';
import { Choice, type Option } from '../../../shared/choice.tsx';
import { CodePicker } from '../../../shared/fields/code-picker.tsx';
import { startAnew } from '../../bulk.ts';
import { useDesk, useWorkspace } from '../../desk-context.tsx';
import {
  AGE_BANDS,
  type AgeBand,
  COMPANIONS,
  type Companion,
  type FactKind,
  GENDERS,
  type Gender,
  LANGUAGE_WAYS,
  type Profile,
} from '../../domain/profile.ts';
import { TownField } from '../../fields/town-field.tsx';
import { FIRST_FIELD_ID } from '../../shortcuts.ts';
import { Weight } from './weight.tsx';

const OTHER_GROUPS = GROUPS.filter(
  (group) => group !== 'everyone' && group !== 'under-18' && !(GENDERS as readonly string[]).includes(group),
);
const ACCESS = FEATURES.filter((feature) => !(COMPANIONS as readonly string[]).includes(feature));
const STATUSES = IMMIGRATION_STATUSES.filter((status) => status !== 'any');
const DISTANCES = ['any', '5', '10', '25', '50'] as const;
const NOT_SAID = 'not-said';

/** What is known of the client, from what decides most to what decides least. There is no field for a name. */
export function ProfileForm() {
  const { t } = useTranslation('desk-match');
  const { t: needs } = useTranslation('needs');
  const { t: find } = useTranslation('find');
  const { workspace } = useDesk();
  const { profile } = useWorkspace();
  const set = (change: Partial<Profile>) => workspace.set({ profile: { ...profile, ...change } });
  const notSaid = { id: NOT_SAID, label: t('form.notSaid') } as const;
  return (
    <div className="form">
      <CodePicker
        label={t('form.needs')}
        inputId={FIRST_FIELD_ID}
        options={NEEDS.map((id) => ({ id, label: needs(`needs.${id}.label` as 'needs.law.advice.label') }))}
        chosen={profile.needs}
        onChange={(chosen) => set({ needs: chosen })}
      />
      <CodePicker
        label={t('form.languages')}
        options={useLanguageOptions()}
        chosen={profile.languages}
        onChange={(languages) => set({ languages })}
      />
      {profile.languages.length > 0 && (
        <Weighed fact="language">
          <Choice
            label={t('form.languageWay')}
            value={profile.languageWay}
            options={LANGUAGE_WAYS.map((id) => ({ id, label: t(`form.ways.${id}`) }))}
            onChange={(languageWay) => set({ languageWay })}
          />
        </Weighed>
      )}
      <Weighed fact="status" isOn={profile.isStatusSafe}>
        <Check
          label={t('form.statusSafe')}
          isSelected={profile.isStatusSafe}
          onChange={(isStatusSafe) => set({ isStatusSafe })}
        />
      </Weighed>
      {profile.isStatusSafe && (
        <Choice
          label={t('form.closestStatus')}
          value={profile.closestStatus ?? NOT_SAID}
          options={[notSaid, ...STATUSES.map((id) => ({ id, label: needs(`statuses.${id}`) }))]}
          onChange={(id) => set({ closestStatus: id === NOT_SAID ? null : id })}
        />
      )}
      <Weighed fact="company" isOn={profile.company.length > 0}>
        <CheckGroup<Companion>
          label={t('form.company')}
          options={COMPANIONS.map((id) => ({ id, label: t(`form.companions.${id}`) }))}
          chosen={profile.company}
          onChange={(company) => set({ company })}
        />
      </Weighed>
      <Weighed fact="gender" isOn={profile.gender !== null}>
        <Choice<Gender | typeof NOT_SAID>
          label={t('form.gender')}
          value={profile.gender ?? NOT_SAID}
          options={[notSaid, ...GENDERS.map((id) => ({ id, label: t(`form.genders.${id}`) }))]}
          onChange={(id) => set({ gender: id === NOT_SAID ? null : id })}
        />
      </Weighed>
      <Weighed fact="age" isOn={profile.age !== null}>
        <Choice<AgeBand | typeof NOT_SAID>
          label={t('form.age')}
          value={profile.age ?? NOT_SAID}
          options={[
            notSaid,
            ...(Object.keys(AGE_BANDS) as AgeBand[]).map((id) => ({ id, label: t(`form.ages.${id}`) })),
          ]}
          onChange={(id) => set({ age: id === NOT_SAID ? null : id })}
        />
      </Weighed>
      <AreaFields />
      <CodePicker
        label={t('form.situations')}
        options={SITUATIONS.map((id) => ({ id, label: needs(`situations.${id}`) }))}
        chosen={profile.situations}
        onChange={(situations) => set({ situations })}
      />
      <CodePicker
        label={t('form.groups')}
        options={OTHER_GROUPS.map((id) => ({ id, label: needs(`served.${id}`) }))}
        chosen={profile.groups}
        onChange={(groups) => set({ groups })}
      />
      <Weighed fact="access" isOn={profile.access.length > 0}>
        <CodePicker
          label={t('form.access')}
          options={ACCESS.map((id) => ({ id, label: needs(`features.${id}`) }))}
          chosen={profile.access}
          onChange={(access) => set({ access })}
        />
      </Weighed>
      <Weighed fact="barrier" isOn={profile.cannot.length > 0}>
        <CheckGroup
          label={t('form.cannot')}
          options={BARRIERS.map((id) => ({ id, label: find(`filters.barrier.${id}`) }))}
          chosen={profile.cannot}
          onChange={(cannot) => set({ cannot })}
        />
      </Weighed>
      <Weighed fact="cost" isOn={profile.isFreeOnly}>
        <Check
          label={t('form.free')}
          isSelected={profile.isFreeOnly}
          onChange={(isFreeOnly) => set({ isFreeOnly })}
        />
      </Weighed>
      <button type="button" className="button-quiet" onClick={() => startAnew(workspace)}>
        {t('form.newClient')}
      </button>
    </div>
  );
}

/** Where the client can get to: a town, and how far from it. */
function AreaFields() {
  const { t: find } = useTranslation('find');
  const { workspace } = useDesk();
  const { profile, regions } = useWorkspace();
  const { area } = profile;
  const set = (next: Profile['area']) => workspace.set({ profile: { ...profile, area: next } });
  return (
    <>
      {regions.length > 0 && (
        <TownField
          key={`${regions.join(' ')} ${area === null}`}
          regions={regions}
          value={area?.areaName ?? ''}
          onChange={(town) =>
            set(
              town && {
                point: { latitude: town.latitude, longitude: town.longitude },
                areaName: town.name,
                withinKm: area?.withinKm ?? null,
              },
            )
          }
        />
      )}
      {area && (
        <Weighed fact="area" isOn={area.withinKm !== null}>
          <Choice<(typeof DISTANCES)[number]>
            label={find('place.distance')}
            value={DISTANCES.find((one) => one === String(area.withinKm)) ?? 'any'}
            options={DISTANCES.map((id) => ({
              id,
              label: id === 'any' ? find('place.anyDistance') : find('place.within', { km: id }),
            }))}
            onChange={(id) => set({ ...area, withinKm: id === 'any' ? null : Number(id) })}
          />
        </Weighed>
      )}
    </>
  );
}

interface WeighedProps {
  readonly fact: FactKind;
  readonly isOn?: boolean;
  readonly children: React.ReactNode;
}

/** A field with, once something is asked in it, whether that is a must. */
function Weighed({ fact, isOn = true, children }: WeighedProps) {
  return (
    <div className="weighed">
      {children}
      {isOn && <Weight fact={fact} />}
    </div>
  );
}

/** By their names in the worker's language. */
function useLanguageOptions(): readonly Option<string>[] {
  const { language } = useWorkspace();
  return useMemo(() => {
    const { names } = i18next.getResourceBundle(language, 'languages') as { names: Record<string, string> };
    const order = new Intl.Collator(language);
    return Object.entries(names)
      .filter(([id]) => id !== 'other')
      .map(([id, label]) => ({ id, label }))
      .sort((a, b) => order.compare(a.label, b.label));
  }, [language]);
}
