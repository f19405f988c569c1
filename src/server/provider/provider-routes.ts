import * as v from 'valibot';
import type { ProviderAnswers, ProviderQuestions } from '../../core/desk-api.ts';
import { isUuid, Text } from '../../core/schema.ts';
import { FieldName } from '../edits/edit-bodies.ts';
import { refusal } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import { Json } from '../listings/listing-answers.ts';
import { askProvider, keepProviderAnswers } from './provider-answers.ts';
import { makeProviderLink, type NewLink } from './provider-link.ts';

const AnswersBody = v.strictObject({
  answers: v.pipe(
    v.array(
      v.strictObject({
        field: FieldName,
        answer: v.picklist(['still-right', 'changed']),
        words: v.optional(Text(500)),
      }),
    ),
    v.minLength(1),
    v.maxLength(100),
  ),
});

export const providerRoutes = [
  route<unknown, NewLink>({
    method: 'POST',
    path: '/api/listings/:id/provider-links',
    summary: 'Makes a link by which the provider says what is right; shown once',
    who: ['reviewer', 'coordinator'],
    limit: 'draft',
    answer: v.strictObject({ token: v.string(), endsAt: v.string() }),
    run: async (asked) => (isUuid(asked.params.id) ? await makeProviderLink(asked) : refusal('not-found')),
  }),
  route<undefined, ProviderQuestions>({
    method: 'GET',
    path: '/api/provider/:token',
    summary: 'What a provider is asked by a link',
    who: 'anyone',
    limit: 'provider',
    answer: v.strictObject({
      name: v.string(),
      endsAt: v.string(),
      facts: v.array(v.strictObject({ field: v.string(), value: Json })),
    }),
    run: askProvider,
  }),
  route<ProviderAnswers, object>({
    method: 'POST',
    path: '/api/provider/:token',
    summary: 'What the provider says, which a reviewer then looks at; uses the link up',
    who: 'anyone',
    limit: 'provider',
    body: AnswersBody,
    answer: v.strictObject({}),
    run: keepProviderAnswers,
  }),
];
