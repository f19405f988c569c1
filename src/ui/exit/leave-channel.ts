/** On which pages of an app tell each other that somebody left. */
export const LEAVE_CHANNEL = 'guide';
