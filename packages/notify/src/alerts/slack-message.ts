import type { Alert } from './alert.ts';
import { alertWords } from './alert-text.ts';

/** What Slack, Mattermost, Discord (under `/slack`) and Google Chat take. */
export interface SlackMessage {
  text: string;
}

/**
 * An alert as a message for a chat. Text from outside stands in code spans, in which none of the chats
 * looks for formatting, links or mentions.
 */
export function slackMessage(alert: Alert): SlackMessage {
  return { text: alertWords(alert, codeSpan) };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function codeSpan(outside: string): string {
  if (outside === '') return '(empty)';
  const code = outside
    // Nothing may end the span early.
    .replaceAll('`', "'")
    // Discord looks for mentions in code too; a space of no width keeps the name from being one.
    .replaceAll('@', '@\u200B')
    .replaceAll(/[&<>]/g, (character) => entities[character] ?? character);
  return `\`${code}\``;
}
