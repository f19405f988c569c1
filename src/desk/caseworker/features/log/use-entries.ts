import { useTranslation } from '../../../../page/translation.tsx';
import { useCases } from '../../desk-context.tsx';
import type { ClientCode } from '../../domain/client-code.ts';
import type { Referral } from '../../domain/referral.ts';
import type { NamedService } from '../../use-services.ts';

/** A referral with what it is shown by. */
export interface Entry {
  readonly referral: Referral;
  readonly code: ClientCode | null;
  /** The two words of the client's code. */
  readonly words: string;
  readonly name: string;
  readonly language: string | undefined;
}

export function moveButtonId(id: string): string {
  return `move-${id}`;
}

export function useEntries(
  referrals: readonly Referral[],
  serviceOf: (id: string) => NamedService,
): readonly Entry[] {
  const { t } = useTranslation('desk-referrals');
  const { clients } = useCases();
  return referrals.map((referral) => {
    const client = clients.find(({ id }) => id === referral.clientId);
    const { name, listing } = serviceOf(referral.listingId);
    return {
      referral,
      code: client?.code ?? null,
      words: client?.code.words ?? t('log.goneClient'),
      name,
      language: listing?.text_language,
    };
  });
}
