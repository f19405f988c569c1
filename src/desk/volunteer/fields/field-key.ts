/** The name under which `vol-fields` has words for a field: a channel goes by its type, a translation by what it is. */
export function fieldKey(field: string): string {
  const [head = '', rest = ''] = split(field, '.');
  if (head === 'channels') return rest === 'order' ? 'channel-order' : `channel-${split(rest, ':')[0]}`;
  if (head === 'translations') return 'translation';
  if (head === 'organization') return `organization-${rest}`;
  return head;
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
