import { useEffect, useState } from 'react';
import type { SearchReplies, SearchRequest } from '../search/messages.ts';
import { useDirectory, useGuide } from './context.tsx';

/**
 * The engine's reply, asked again whenever the lists on this phone change; null until it is there, and where nothing is
 * asked. The last one stays until the next has come.
 */
export function useReply<Kind extends SearchRequest['kind']>(
  request: Extract<SearchRequest, { kind: Kind }> | null,
): SearchReplies[Kind] | null {
  const { client } = useGuide();
  const { directory } = useDirectory();
  const [reply, setReply] = useState<SearchReplies[Kind] | null>(null);
  const asked = JSON.stringify(request);
  useEffect(() => {
    const question = JSON.parse(asked) as typeof request;
    if (!question) setReply(null);
    if (!directory || !question) return;
    let isCurrent = true;
    void client.ask<Kind>(question).then((outcome) => {
      if (isCurrent && outcome.ok) setReply(outcome.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, directory, asked]);
  return reply;
}
